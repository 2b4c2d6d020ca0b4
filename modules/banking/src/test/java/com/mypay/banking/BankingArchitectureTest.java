package com.mypay.banking;

import com.mypay.banking.application.BankingProblem;
import com.mypay.frameworktest.ArchitectureRules;
import com.mypay.frameworktest.BusinessLogRules;
import com.mypay.frameworktest.EveryProblemHasATest;
import org.junit.jupiter.api.Test;

class BankingArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("com.mypay.banking");
    }

    @Test
    void everyProblemIsProvoked() {
        EveryProblemHasATest.check(BankingProblem.class);
    }

    @Test
    void everyCommandAndEveryEventIsInTheBusinessLog() {
        BusinessLogRules.check("com.mypay.banking");
    }
}
