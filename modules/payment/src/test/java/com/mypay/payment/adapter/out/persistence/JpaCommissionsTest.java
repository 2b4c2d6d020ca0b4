package com.mypay.payment.adapter.out.persistence;

import com.mypay.framework.transaction.Transactions;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.database.TestPersistence;
import com.mypay.payment.domain.Commissions;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The common terms come with the schema. */
class JpaCommissionsTest extends CommissionsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("PAYMENT");

    private final TestPersistence persistence = DATABASE.persistence("payment");
    private final Commissions commissions = new JpaCommissions(persistence.entityManager());

    @Override
    Commissions commissions() {
        return commissions;
    }

    @Override
    Transactions transactions() {
        return persistence.transactions();
    }
}
