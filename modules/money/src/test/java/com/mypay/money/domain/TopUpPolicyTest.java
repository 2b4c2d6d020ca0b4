package com.mypay.money.domain;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopUpPolicyTest {

    private final TopUpPolicy policy = new TopUpPolicy(won(10_000), won(10_000));

    @ParameterizedTest
    @CsvSource({"1, 10000", "2500, 10000", "9999, 10000", "10000, 10000", "10001, 10001", "12300, 12300"})
    void aPaymentChargesTenThousandOrWhatIsMissing(long shortage, long charged) {
        assertThat(policy.amountFor(TopUpRule.PAYMENT, won(shortage))).isEqualTo(won(charged));
    }

    @ParameterizedTest
    @CsvSource({"1, 10000", "10000, 10000", "10001, 20000", "12300, 20000", "20000, 20000"})
    void aRemittanceChargesTheNextTenThousand(long shortage, long charged) {
        assertThat(policy.amountFor(TopUpRule.REMITTANCE, won(shortage))).isEqualTo(won(charged));
    }

    @Test
    void thePolicyIsConfiguration() {
        TopUpPolicy other = new TopUpPolicy(won(0), won(1_000));
        assertThat(other.amountFor(TopUpRule.PAYMENT, won(1))).isEqualTo(won(1));
        assertThat(other.amountFor(TopUpRule.REMITTANCE, won(1))).isEqualTo(won(1_000));
        assertThatThrownBy(() -> new TopUpPolicy(won(-1), won(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TopUpPolicy(won(1), won(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutARuleNothingIsCharged() {
        assertThatThrownBy(() -> policy.amountFor(TopUpRule.NONE, won(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
