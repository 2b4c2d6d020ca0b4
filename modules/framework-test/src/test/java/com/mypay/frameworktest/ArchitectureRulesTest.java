package com.mypay.frameworktest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

    @Test
    void theFrameworkKeepsTheRulesOfALibrary() {
        ArchitectureRules.checkLibrary("com.mypay.framework");
    }

    @Test
    void theKitKeepsTheRulesOfALibrary() {
        ArchitectureRules.checkLibrary("com.mypay.frameworktest");
    }

    @Test
    void aPackageWithoutClassesIsAMistake() {
        assertThatThrownBy(() -> ArchitectureRules.check("com.mypay.nothing"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("com.mypay.nothing");
    }

    @Test
    void aBrokenRuleIsNamedWithItsClass() {
        assertThatThrownBy(() -> ArchitectureRules.check("com.mypay.framework.transaction"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("transactions are bracketed")
                .hasMessageContaining("TransactionBracket");
    }
}
