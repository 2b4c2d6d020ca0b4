package com.mypay.money.application;

import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.money.MoneyHouse;
import org.junit.jupiter.api.extension.RegisterExtension;

class TopUpMoneyOnDatabaseTest extends TopUpMoneyTests {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("MONEY");

    @Override
    MoneyHouse house() {
        return MoneyHouse.on(DATABASE);
    }
}
