package com.mypay.remittance;

import com.mypay.frameworktest.ArchitectureRules;
import com.mypay.frameworktest.BusinessLogRules;
import com.mypay.frameworktest.EveryProblemHasATest;
import com.mypay.remittance.application.RemittanceProblem;
import org.junit.jupiter.api.Test;

class RemittanceRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("com.mypay.remittance");
    }

    @Test
    void provokesEachProblem() {
        EveryProblemHasATest.check(RemittanceProblem.class);
    }

    @Test
    void everyCommandAndEveryEventIsInTheBusinessLog() {
        BusinessLogRules.check("com.mypay.remittance");
    }
}
