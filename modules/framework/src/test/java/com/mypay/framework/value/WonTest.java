package com.mypay.framework.value;

import static com.mypay.framework.value.BasisPoints.basisPoints;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WonTest {

    @ParameterizedTest
    @CsvSource({"30000, 250, 750", "1, 250, 0", "39, 250, 0", "40, 250, 1", "0, 250, 0", "10000, 0, 0", "-39, 250, -1"})
    void aFeeIsRoundedDown(long amount, int rate, long fee) {
        assertThat(won(amount).feeOf(basisPoints(rate))).isEqualTo(won(fee));
    }

    @ParameterizedTest
    @CsvSource({"12300, 10000, 20000", "10000, 10000, 10000", "1, 10000, 10000", "0, 10000, 0"})
    void isRoundedUpToAUnit(long amount, long unit, long rounded) {
        assertThat(won(amount).roundedUpTo(won(unit))).isEqualTo(won(rounded));
    }

    @Test
    void arithmeticStaysInRange() {
        Won most = won(Won.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(won(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> most.negated().minus(won(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> won(Long.MIN_VALUE));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> won(-1).roundedUpTo(won(10)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> won(1).roundedUpTo(won(0)));
        assertThat(most.minus(most)).isEqualTo(Won.ZERO);
    }

    @Test
    void compares() {
        assertThat(won(1).isLessThan(won(2))).isTrue();
        assertThat(won(2).isMoreThan(won(1))).isTrue();
        assertThat(won(1).max(won(2))).isEqualTo(won(2));
        assertThat(won(1).min(won(2))).isEqualTo(won(1));
        assertThat(won(-1).isNegative()).isTrue();
        assertThat(won(0).isZero()).isTrue();
        assertThat(won(1)).isLessThan(won(2));
        assertThat(won(12_300)).hasToString("12,300 won");
    }

    @Test
    void aRateIsAtMostTheWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> basisPoints(10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> basisPoints(-1));
    }
}
