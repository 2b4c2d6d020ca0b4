package com.mypay.settlement;

import com.mypay.frameworktest.ArchitectureRules;
import com.mypay.frameworktest.BusinessLogRules;
import com.mypay.frameworktest.EveryProblemHasATest;
import com.mypay.settlement.application.SettlementProblem;
import org.junit.jupiter.api.Test;

class SettlementRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("com.mypay.settlement");
    }

    @Test
    void everyProblemIsProvoked() {
        EveryProblemHasATest.check(SettlementProblem.class);
    }

    @Test
    void everyCommandAndEveryEventIsInTheBusinessLog() {
        BusinessLogRules.check("com.mypay.settlement");
    }
}
