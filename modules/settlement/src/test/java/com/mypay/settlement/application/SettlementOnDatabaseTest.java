package com.mypay.settlement.application;

import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.settlement.SettlementHouse;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettlementOnDatabaseTest extends SettlementTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    @Override
    SettlementHouse newHouse() {
        return SettlementHouse.on(DATABASE);
    }
}
