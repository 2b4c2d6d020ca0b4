package com.mypay.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"124-81-00998", "1248100998", "220-81-62517", "120-81-47521"})
    void takesNumbersWithARightCheckDigit(String text) {
        assertThat(BusinessNumber.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"124-81-00997", "124-81-0099", "124-81-009988", "abc-de-fghij", "", "---"})
    void refusesOthers(String text) {
        assertThat(BusinessNumber.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> BusinessNumber.parse(text));
    }

    @Test
    void isWrittenWithHyphens() {
        assertThat(BusinessNumber.parse("1248100998")).hasToString("124-81-00998");
    }

    @Test
    void everyDigitCounts() {
        String number = "1248100998";
        for (int i = 0; i < number.length(); i++) {
            char other = number.charAt(i) == '9' ? '8' : (char) (number.charAt(i) + 1);
            String changed = number.substring(0, i) + other + number.substring(i + 1);
            assertThat(BusinessNumber.isValid(changed)).as(changed).isFalse();
        }
    }
}
