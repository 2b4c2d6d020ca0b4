package com.mypay.banking.adapter.out.persistence;

import com.mypay.banking.domain.PayeeAccount;
import com.mypay.banking.domain.PayeeAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** {@link PayeeAccounts} on JPA. */
@ApplicationScoped
public class JpaPayeeAccounts implements PayeeAccounts {

    @PersistenceContext
    private EntityManager entityManager;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    protected JpaPayeeAccounts() {}

    public JpaPayeeAccounts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(PayeeAccount account) {
        entityManager.persist(account);
        entityManager.flush();
    }

    @Override
    public Optional<PayeeAccount> find(String payeeAccountId) {
        return Optional.ofNullable(entityManager.find(PayeeAccount.class, payeeAccountId));
    }
}
