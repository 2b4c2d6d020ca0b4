package com.mypay.remittance.application;

import com.mypay.frameworktest.database.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemittanceProcessOnDatabaseTest extends RemittanceProcessTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("REMITTANCE");

    @Override
    Stage newStage() {
        return Stage.on(DATABASE);
    }
}
