package com.mypay.remittance.adapter.out.persistence;

import com.mypay.framework.value.Won;
import com.mypay.remittance.domain.FeeStatus;
import com.mypay.remittance.domain.PayeeKind;
import com.mypay.remittance.domain.RemittanceFee;
import com.mypay.remittance.domain.RemittanceFees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@link RemittanceFees} in the table REMITTANCE_FEE. */
@ApplicationScoped
public class JpaRemittanceFees implements RemittanceFees {

    @PersistenceContext
    private EntityManager entityManager;

    /** For the container. */
    protected JpaRemittanceFees() {}

    public JpaRemittanceFees(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(RemittanceFee fee) {
        entityManager.persist(fee);
    }

    @Override
    public Optional<RemittanceFee> findForUpdate(String id) {
        return Optional.ofNullable(entityManager.find(RemittanceFee.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<Won> feeOf(PayeeKind kind, Won amount, LocalDate day) {
        return entityManager
                .createQuery(
                        "SELECT f.fee FROM RemittanceFee f WHERE f.payeeKind = :kind AND f.status = :approved"
                                + " AND f.amountFrom <= :amount AND f.effectiveFrom <= :day"
                                + " ORDER BY f.amountFrom DESC, f.effectiveFrom DESC, f.approvedAt DESC",
                        Won.class)
                .setParameter("kind", kind)
                .setParameter("approved", FeeStatus.APPROVED)
                .setParameter("amount", amount)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<RemittanceFee> inForce(LocalDate day) {
        return entityManager
                .createQuery(
                        "SELECT f FROM RemittanceFee f WHERE f.status = :approved AND f.effectiveFrom <= :day"
                                + " AND NOT EXISTS (SELECT g.id FROM RemittanceFee g WHERE g.status = :approved"
                                + " AND g.payeeKind = f.payeeKind AND g.amountFrom = f.amountFrom"
                                + " AND g.effectiveFrom <= :day AND (g.effectiveFrom > f.effectiveFrom"
                                + " OR (g.effectiveFrom = f.effectiveFrom AND g.approvedAt > f.approvedAt)))"
                                + " ORDER BY f.payeeKind, f.amountFrom",
                        RemittanceFee.class)
                .setParameter("approved", FeeStatus.APPROVED)
                .setParameter("day", day)
                .getResultList();
    }
}
