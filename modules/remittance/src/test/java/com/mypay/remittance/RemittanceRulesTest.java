package com.mypay.remittance;

import com.mypay.frameworktest.ArchitectureRules;
import org.junit.jupiter.api.Test;

class RemittanceRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("com.mypay.remittance");
    }
}
