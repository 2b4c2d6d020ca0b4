package com.mypay.banking.adapter.out.persistence;

import com.mypay.banking.domain.CorporateAccount;
import com.mypay.banking.domain.CorporateAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** {@link CorporateAccounts} on JPA. */
@ApplicationScoped
public class JpaCorporateAccounts implements CorporateAccounts {

    @PersistenceContext
    private EntityManager entityManager;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    protected JpaCorporateAccounts() {}

    public JpaCorporateAccounts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(CorporateAccount account) {
        entityManager.persist(account);
        entityManager.flush();
    }

    @Override
    public void makePrimary(CorporateAccount account) {
        all().stream().filter(CorporateAccount::isPrimary).forEach(CorporateAccount::retire);
        // Before the other one, because the database knows one primary account at a time
        entityManager.flush();
        account.makePrimary();
        entityManager.flush();
    }

    @Override
    public List<CorporateAccount> all() {
        return entityManager
                .createQuery(
                        "SELECT a FROM CorporateAccount a ORDER BY a.registeredAt, a.accountId", CorporateAccount.class)
                .getResultList();
    }
}
