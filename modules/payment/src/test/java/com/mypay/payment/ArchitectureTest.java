package com.mypay.payment;

import com.mypay.frameworktest.ArchitectureRules;
import com.mypay.frameworktest.BusinessLogRules;
import com.mypay.frameworktest.EveryProblemHasATest;
import com.mypay.payment.application.PaymentProblem;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("com.mypay.payment");
    }

    @Test
    void provokesEachProblem() {
        EveryProblemHasATest.check(PaymentProblem.class);
    }

    @Test
    void everyCommandAndEveryEventIsInTheBusinessLog() {
        BusinessLogRules.check("com.mypay.payment");
    }
}
