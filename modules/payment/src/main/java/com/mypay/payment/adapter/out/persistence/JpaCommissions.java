package com.mypay.payment.adapter.out.persistence;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.CommissionSchedule;
import com.mypay.payment.domain.CommissionStatus;
import com.mypay.payment.domain.Commissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@link Commissions} in the table COMMISSION. */
@ApplicationScoped
public class JpaCommissions implements Commissions {

    /** Before every id: on Oracle an empty string is NULL, and nothing comes after that. */
    private static final String FIRST = " ";

    @PersistenceContext
    private EntityManager entityManager;

    /** For the container. */
    protected JpaCommissions() {}

    JpaCommissions(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(Commission commission) {
        entityManager.persist(commission);
    }

    @Override
    public Optional<Commission> findForUpdate(String id) {
        return Optional.ofNullable(entityManager.find(Commission.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<Commission> inForce(MemberId franchise, LocalDate day) {
        return first(inForce("c.franchiseId = :franchise", day).setParameter("franchise", franchise))
                .or(() -> first(inForce("c.franchiseId IS NULL", day)));
    }

    private TypedQuery<Commission> inForce(String whose, LocalDate day) {
        return entityManager
                .createQuery(
                        "SELECT c FROM Commission c WHERE " + whose + " AND c.status = :approved"
                                + " AND c.effectiveFrom <= :day"
                                + " AND (c.effectiveUntil IS NULL OR c.effectiveUntil >= :day)"
                                + " ORDER BY CASE WHEN c.effectiveUntil IS NULL THEN 1 ELSE 0 END,"
                                + " c.effectiveFrom DESC, c.approvedAt DESC",
                        Commission.class)
                .setParameter("approved", CommissionStatus.APPROVED)
                .setParameter("day", day);
    }

    private static Optional<Commission> first(TypedQuery<Commission> query) {
        return query.setMaxResults(1).getResultStream().findFirst();
    }

    @Override
    public CommissionSchedule schedule(MemberId franchise, LocalDate day) {
        // Without a limit: one franchise's terms are agreed on by two persons, one by one
        return new CommissionSchedule(entityManager
                .createQuery(
                        "SELECT c FROM Commission c WHERE (c.franchiseId = :franchise OR c.franchiseId IS NULL)"
                                + " AND c.status = :approved"
                                + " AND (c.effectiveUntil IS NULL OR c.effectiveUntil >= :day)",
                        Commission.class)
                .setParameter("franchise", franchise)
                .setParameter("approved", CommissionStatus.APPROVED)
                .setParameter("day", day)
                .getResultList());
    }

    @Override
    public List<Commission> all(Search search, PageRequest page) {
        String where = (search.status() == null ? "" : " AND c.status = :status")
                + (search.franchise() == null ? "" : " AND c.franchiseId = :franchise");
        TypedQuery<Commission> query = entityManager.createQuery(
                "SELECT c FROM Commission c WHERE c.id > :after" + where + " ORDER BY c.id", Commission.class);
        query.setParameter("after", page.isFirst() ? FIRST : page.after());
        if (search.status() != null) {
            query.setParameter("status", search.status());
        }
        if (search.franchise() != null) {
            query.setParameter("franchise", search.franchise());
        }
        return query.setMaxResults(page.rowsToRead()).getResultList();
    }
}
