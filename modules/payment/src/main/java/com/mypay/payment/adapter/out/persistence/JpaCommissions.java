package com.mypay.payment.adapter.out.persistence;

import com.mypay.framework.value.MemberId;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.CommissionStatus;
import com.mypay.payment.domain.Commissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Optional;

/** {@link Commissions} in the table COMMISSION. */
@ApplicationScoped
public class JpaCommissions implements Commissions {

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
        return entityManager
                .createQuery(
                        "SELECT c FROM Commission c WHERE c.franchiseId = :franchise AND c.status = :approved"
                                + " AND c.effectiveFrom <= :day ORDER BY c.effectiveFrom DESC, c.approvedAt DESC",
                        Commission.class)
                .setParameter("franchise", franchise)
                .setParameter("approved", CommissionStatus.APPROVED)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .or(() -> common(day));
    }

    private Optional<Commission> common(LocalDate day) {
        return entityManager
                .createQuery(
                        "SELECT c FROM Commission c WHERE c.franchiseId IS NULL AND c.status = :approved"
                                + " AND c.effectiveFrom <= :day ORDER BY c.effectiveFrom DESC, c.approvedAt DESC",
                        Commission.class)
                .setParameter("approved", CommissionStatus.APPROVED)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
