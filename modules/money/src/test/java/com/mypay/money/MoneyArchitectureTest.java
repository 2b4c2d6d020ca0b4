package com.mypay.money;

import com.mypay.frameworktest.ArchitectureRules;
import com.mypay.frameworktest.BusinessLogRules;
import com.mypay.frameworktest.EveryProblemHasATest;
import com.mypay.money.application.MoneyProblem;
import org.junit.jupiter.api.Test;

class MoneyArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("com.mypay.money");
    }

    @Test
    void everyProblemIsProvoked() {
        EveryProblemHasATest.check(MoneyProblem.class);
    }

    @Test
    void everyCommandAndEveryEventIsInTheBusinessLog() {
        BusinessLogRules.check("com.mypay.money");
    }
}
