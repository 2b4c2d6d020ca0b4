package com.mypay.membership;

import com.mypay.frameworktest.ArchitectureRules;
import com.mypay.frameworktest.BusinessLogRules;
import com.mypay.frameworktest.EveryProblemHasATest;
import com.mypay.membership.application.MembershipProblem;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("com.mypay.membership");
    }

    @Test
    void provokesEachProblem() {
        EveryProblemHasATest.check(MembershipProblem.class);
    }

    @Test
    void everyCommandAndEveryEventIsInTheBusinessLog() {
        BusinessLogRules.check("com.mypay.membership");
    }
}
