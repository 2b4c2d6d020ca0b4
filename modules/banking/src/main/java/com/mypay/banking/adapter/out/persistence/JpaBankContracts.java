package com.mypay.banking.adapter.out.persistence;

import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.BankContractStep;
import com.mypay.banking.domain.BankContracts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** {@link BankContracts} on JPA. */
@ApplicationScoped
public class JpaBankContracts implements BankContracts {

    @PersistenceContext
    private EntityManager entityManager;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    protected JpaBankContracts() {}

    public JpaBankContracts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(BankContract contract) {
        entityManager.persist(contract);
        entityManager.flush();
    }

    @Override
    public Optional<BankContract> findForChange(BankCode bank) {
        return Optional.ofNullable(
                entityManager.find(BankContract.class, bank.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<BankContract> all() {
        return entityManager
                .createQuery("SELECT c FROM BankContract c ORDER BY c.bankCode", BankContract.class)
                .getResultList();
    }

    @Override
    public void add(BankContractStep step) {
        entityManager.persist(step);
        entityManager.flush();
    }

    @Override
    public List<BankContractStep> history(BankCode bank) {
        return entityManager
                .createQuery(
                        "SELECT s FROM BankContractStep s WHERE s.bankCode = :bank ORDER BY s.stepNo",
                        BankContractStep.class)
                .setParameter("bank", bank.value())
                .getResultList();
    }
}
