package com.mypay.remittance.adapter.out.persistence;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.remittance.domain.StandingRemittance;
import com.mypay.remittance.domain.StandingRemittances;
import com.mypay.remittance.domain.StandingStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@link StandingRemittances} in the table STANDING_REMITTANCE. */
@ApplicationScoped
public class JpaStandingRemittances implements StandingRemittances {

    @PersistenceContext
    private EntityManager entityManager;

    /** For the container. */
    protected JpaStandingRemittances() {}

    public JpaStandingRemittances(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(StandingRemittance standing) {
        entityManager.persist(standing);
    }

    @Override
    public Optional<StandingRemittance> find(String id) {
        return Optional.ofNullable(entityManager.find(StandingRemittance.class, id));
    }

    @Override
    public Optional<StandingRemittance> findForUpdate(String id) {
        return Optional.ofNullable(entityManager.find(StandingRemittance.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<String> due(LocalDate today, String after, int atMost) {
        return entityManager
                .createQuery(
                        "SELECT s.id FROM StandingRemittance s WHERE s.status = :active AND s.nextDate <= :today"
                                + " AND s.id > :after ORDER BY s.id",
                        String.class)
                .setParameter("active", StandingStatus.ACTIVE)
                .setParameter("today", today)
                .setParameter("after", after)
                .setMaxResults(atMost)
                .getResultList();
    }

    @Override
    public long active(MemberId sender) {
        return entityManager
                .createQuery(
                        "SELECT COUNT(s) FROM StandingRemittance s WHERE s.senderId = :sender AND s.status = :active",
                        Long.class)
                .setParameter("sender", sender)
                .setParameter("active", StandingStatus.ACTIVE)
                .getSingleResult();
    }

    @Override
    public List<StandingRemittance> ofSender(MemberId sender, PageRequest page) {
        TypedQuery<StandingRemittance> query = entityManager.createQuery(
                "SELECT s FROM StandingRemittance s WHERE s.senderId = :sender"
                        + (page.isFirst() ? "" : " AND s.id < :after") + " ORDER BY s.id DESC",
                StandingRemittance.class);
        query.setParameter("sender", sender);
        if (!page.isFirst()) {
            query.setParameter("after", page.after());
        }
        return query.setMaxResults(page.rowsToRead()).getResultList();
    }
}
