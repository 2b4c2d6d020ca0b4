package com.mypay.cli.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BusinessNumbersTest {

    @Test
    void haveTheRightCheckDigit() {
        // 1x1 2x3 4x7 8x1 1x3 0x7 0x1 9x3 9x5, and 45/10 carried: 1+6+28+8+3+0+0+27+45+4 = 122
        assertThat(BusinessNumbers.of(12_481, 99)).isEqualTo("124-81-00998");
        assertThat(BusinessNumbers.of(10_000, 0)).isEqualTo("100-00-00009");
    }

    @Test
    void areDifferentForDifferentNumbers() {
        assertThat(BusinessNumbers.of(12_481, 1)).startsWith("124-81-0001");
        assertThat(BusinessNumbers.of(12_481, 2)).startsWith("124-81-0002");
    }

    @Test
    void longerOnesDoNotExist() {
        assertThatThrownBy(() -> BusinessNumbers.of(12_481, 10_000)).isInstanceOf(IllegalArgumentException.class);
    }
}
