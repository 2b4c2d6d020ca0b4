package com.mypay.batchjobs.settle;

import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.settlement.SettlementHouse;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettleFranchisesOnDatabaseTest extends SettleFranchisesTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    @Override
    SettlementHouse newHouse() {
        return SettlementHouse.on(DATABASE);
    }
}
