package com.mypay.banking.application;

import com.mypay.frameworktest.database.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemittanceOnDatabaseTest extends RemittanceTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("BANKING");

    @Override
    BankingHouse newHouse() {
        return BankingHouse.on(DATABASE);
    }
}
