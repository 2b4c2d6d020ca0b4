package com.mypay.settlement.domain;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlipTest {

    @Test
    void theCommissionOfAPaymentIsRoundedDown() {
        assertThat(payment(30_000, 250).commission()).isEqualTo(won(750));
        assertThat(payment(999, 250).commission()).isEqualTo(won(24));
        assertThat(payment(39, 250).commission()).isEqualTo(won(0));
        assertThat(payment(999, 250).net()).isEqualTo(won(975));
        assertThat(payment(1_000_000_000, 10_000).net()).isEqualTo(won(0));
    }

    @Test
    void aFullCancellationGivesAllOfTheCommissionBack() {
        Slip all = cancellation(999, 999, 250);
        assertThat(all.commission()).isEqualTo(won(-24));
        assertThat(all.net()).isEqualTo(won(-975));
    }

    @Test
    void aPartialCancellationKeepsTheCommissionOnWhatIsLeft() {
        Slip first = cancellation(500, 999, 250);
        Slip rest = cancellation(499, 499, 250);
        assertThat(first.commission()).isEqualTo(won(-12));
        assertThat(first.net()).isEqualTo(won(-488));
        assertThat(rest.commission()).isEqualTo(won(-12));
    }

    @Test
    void aCancellationOfLessThanAWonsCommissionMayGiveBackNothingOrAWon() {
        assertThat(cancellation(1, 1_000, 250).commission()).isEqualTo(won(-1));
        assertThat(cancellation(1, 999, 250).commission()).isEqualTo(won(0));
    }

    @Test
    void howeverAPaymentIsCancelledTheCommissionKeptIsThatOfWhatIsLeft() {
        Random random = new Random(20111205);
        for (int round = 0; round < 500; round++) {
            int rate = random.nextInt(10_001);
            long left = 1L + random.nextInt(1_000_000);
            Won kept = payment(left, rate).commission();
            while (left > 0) {
                long part = Math.min(left, 1L + random.nextInt(400_000));
                kept = kept.plus(cancellation(part, left, rate).commission());
                left -= part;
                assertThat(kept).isEqualTo(won(left).feeOf(BasisPoints.basisPoints(rate)));
            }
        }
    }

    @Test
    void aSlipThatCannotBeIsRefused() {
        assertThatThrownBy(() -> payment(0, 250)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> payment(-1, 250)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cancellation(501, 500, 250)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> slip(SlipKind.PAYMENT, 500, 501, 250)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Slip payment(long amount, int rate) {
        return slip(SlipKind.PAYMENT, amount, amount, rate);
    }

    private static Slip cancellation(long amount, long before, int rate) {
        return slip(SlipKind.CANCELLATION, amount, before, rate);
    }

    private static Slip slip(SlipKind kind, long amount, long before, int rate) {
        return new Slip(
                new SlipId("s1"),
                kind,
                new PaymentId("p1"),
                new MemberId(2001),
                new MemberId(1001),
                won(amount),
                won(before),
                BasisPoints.basisPoints(rate),
                Instant.EPOCH,
                LocalDate.of(2011, 12, 5));
    }
}
