package com.mypay.banking.adapter.out.persistence;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.RegisteredAccountStatus;
import com.mypay.banking.domain.RegisteredAccountStep;
import com.mypay.banking.domain.RegisteredBankAccount;
import com.mypay.banking.domain.RegisteredBankAccounts;
import com.mypay.framework.value.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@link RegisteredBankAccounts} on JPA. */
@ApplicationScoped
public class JpaRegisteredBankAccounts implements RegisteredBankAccounts {

    @PersistenceContext
    private EntityManager entityManager;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    protected JpaRegisteredBankAccounts() {}

    public JpaRegisteredBankAccounts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(RegisteredBankAccount account) {
        entityManager.persist(account);
        save(account);
    }

    @Override
    public void save(RegisteredBankAccount account) {
        entityManager.flush();
        account.takeNewSteps().forEach(entityManager::persist);
        entityManager.flush();
    }

    @Override
    public Optional<RegisteredBankAccount> find(String accountId) {
        return Optional.ofNullable(entityManager.find(RegisteredBankAccount.class, accountId));
    }

    @Override
    public Optional<RegisteredBankAccount> verified(MemberId member) {
        return entityManager
                .createQuery(
                        "SELECT a FROM RegisteredBankAccount a WHERE a.verifiedMemberId = :member",
                        RegisteredBankAccount.class)
                .setParameter("member", member)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public List<RegisteredBankAccount> pending(MemberId member) {
        return entityManager
                .createQuery(
                        "SELECT a FROM RegisteredBankAccount a WHERE a.memberId = :member AND a.status = :status"
                                + " ORDER BY a.registeredAt DESC, a.accountId DESC",
                        RegisteredBankAccount.class)
                .setParameter("member", member)
                .setParameter("status", RegisteredAccountStatus.PENDING_VERIFICATION)
                .getResultList();
    }

    @Override
    public Optional<RegisteredBankAccount> latest(MemberId member) {
        return entityManager
                .createQuery(
                        "SELECT a FROM RegisteredBankAccount a WHERE a.memberId = :member"
                                + " ORDER BY a.registeredAt DESC, a.accountId DESC",
                        RegisteredBankAccount.class)
                .setParameter("member", member)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public long codesSent(BankAccountNumber account, LocalDate day) {
        return entityManager
                .createQuery(
                        "SELECT COUNT(a) FROM RegisteredBankAccount a WHERE a.bankCode = :bank"
                                + " AND a.accountNumber = :number AND a.codeSentOn = :day",
                        Long.class)
                .setParameter("bank", account.bank().value())
                .setParameter("number", account.number())
                .setParameter("day", day)
                .getSingleResult();
    }

    @Override
    public List<RegisteredAccountStep> history(String accountId) {
        return entityManager
                .createQuery(
                        "SELECT s FROM RegisteredAccountStep s WHERE s.accountId = :id ORDER BY s.stepNo",
                        RegisteredAccountStep.class)
                .setParameter("id", accountId)
                .getResultList();
    }
}
