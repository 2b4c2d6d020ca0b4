package com.mypay.batchjobs;

import com.mypay.frameworktest.ArchitectureRules;
import org.junit.jupiter.api.Test;

class BatchJobsRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("com.mypay.batchjobs", "com.mypay.settlement");
    }
}
