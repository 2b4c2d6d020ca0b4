package com.mypay.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final long MILLI = 1_000_000;

    private final Tally tally = new Tally();

    @Test
    void addsUpWhatHappened() {
        tally.paid(1_000, 0);
        tally.paid(2_000, 10_000);
        tally.cancelled(500);
        tally.refused("NO_LINKED_ACCOUNT");
        tally.refused("NO_LINKED_ACCOUNT");
        tally.refused("MEMBER_NOT_ACTIVE");

        assertThat(tally.payments()).isEqualTo(2);
        assertThat(tally.paidWon()).isEqualTo(3_000);
        assertThat(tally.topUps()).isEqualTo(1);
        assertThat(tally.toppedUpWon()).isEqualTo(10_000);
        assertThat(tally.cancellations()).isEqualTo(1);
        assertThat(tally.cancelledWon()).isEqualTo(500);
        assertThat(tally.refusals()).isEqualTo(Map.of("NO_LINKED_ACCOUNT", 2, "MEMBER_NOT_ACTIVE", 1));
    }

    @Test
    void addsUpWhatWasSentByKindOfPayee() {
        tally.sent(false, 5_000, 0, 10_000);
        tally.sent(false, 6_000, 0, 0);
        tally.sent(true, 7_000, 500, 0);

        assertThat(tally.sentToMembers()).isEqualTo(2);
        assertThat(tally.sentToMembersWon()).isEqualTo(11_000);
        assertThat(tally.sentToAccounts()).isEqualTo(1);
        assertThat(tally.sentToAccountsWon()).isEqualTo(7_000);
        assertThat(tally.remittanceFeesWon()).isEqualTo(500);
        assertThat(tally.topUps()).isEqualTo(1);
        assertThat(tally.toppedUpWon()).isEqualTo(10_000);
    }

    @Test
    void countsAllThatIsUnexpectedAndListsTheFirstTwenty() {
        IntStream.rangeClosed(1, 25).forEach(i -> tally.unexpected("step " + i));

        assertThat(tally.unexpectedCount()).isEqualTo(25);
        assertThat(tally.unexpected()).hasSize(20).startsWith("step 1").endsWith("step 20");
    }

    @Test
    void tellsRateAndPercentilesOfTheBusinessDate() {
        IntStream.rangeClosed(1, 2_000).forEach(i -> tally.timed(i * MILLI));
        tally.played(4_000 * MILLI);

        assertThat(tally.paymentsPerSecond()).isEqualTo(500);
        assertThat(tally.millis(0.5)).isEqualTo(1_001);
        assertThat(tally.millis(0.99)).isEqualTo(1_981);
        assertThat(tally.millis(1)).isEqualTo(2_000);
        assertThat(tally.millis(0)).isEqualTo(1);
    }

    @Test
    void ofNothingEverythingIsZero() {
        assertThat(tally.paymentsPerSecond()).isZero();
        assertThat(tally.millis(0.99)).isZero();
        assertThat(tally.refusals()).isEmpty();
        assertThat(tally.unexpectedCount()).isZero();
    }
}
