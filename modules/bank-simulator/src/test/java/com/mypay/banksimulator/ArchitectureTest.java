package com.mypay.banksimulator;

import com.mypay.frameworktest.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("com.mypay.banksimulator", "com.mypay.platform.database");
    }
}
