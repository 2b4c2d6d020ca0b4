package com.mypay.money.domain;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChargeTest {

    private static final Instant NOON = Instant.parse("2011-12-05T03:00:00Z");
    private static final Occasion NOW = new Occasion("0".repeat(31) + "1", NOON);

    @Test
    void onlyTheStepsOfItsTableAreTaken() {
        assertThat(ChargeStatus.REQUESTED.next())
                .containsExactlyInAnyOrder(ChargeStatus.COMPLETED, ChargeStatus.FAILED, ChargeStatus.IN_DOUBT);
        assertThat(ChargeStatus.IN_DOUBT.next()).containsExactlyInAnyOrder(ChargeStatus.COMPLETED, ChargeStatus.FAILED);
        assertThat(ChargeStatus.COMPLETED.isOpen()).isFalse();
        assertThat(ChargeStatus.FAILED.isOpen()).isFalse();
        Charge charge = topUp();
        charge.completed("f1", NOW);
        assertThatThrownBy(() -> charge.failed("f1", "X", NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> charge.doubted("f1", NOW, NOON)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> charge.completed("f1", NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eachStepIsInTheHistory() {
        Charge charge = topUp();
        charge.doubted(null, NOW, NOON);
        charge.doubted("f1", NOW, NOON);
        charge.failed("f1", "INSUFFICIENT_FUNDS", NOW);
        assertThat(charge.takeNewSteps())
                .extracting(StatusChange::stepNo, StatusChange::from, StatusChange::to, StatusChange::reasonCode)
                .containsExactly(
                        tuple(1, null, "REQUESTED", null),
                        tuple(2, "REQUESTED", "IN_DOUBT", null),
                        tuple(3, "IN_DOUBT", "FAILED", "INSUFFICIENT_FUNDS"));
        assertThat(charge.takeNewSteps()).isEmpty();
    }

    @Test
    void bankingKnowsItByItsRequestId() {
        assertThat(topUp().requestId()).isEqualTo("topup-c1");
        Charge charge = Charge.requested(new ChargeId("c2"), memberId(1001), won(1), NOW, NOON);
        assertThat(charge.requestId()).isEqualTo("charge-c2");
        assertThat(Charge.idIn("charge-c2")).isEqualTo(charge.id());
    }

    @Test
    void bankingIsAskedLessAndLessOften() {
        Charge charge = topUp();
        charge.doubted(null, NOW, NOON);
        assertThat(charge.askAfter()).isEqualTo(NOON.plusSeconds(15));
        charge.postponeAsking(NOON);
        assertThat(charge.askAfter()).isEqualTo(NOON.plusSeconds(30));
        for (int i = 0; i < 100; i++) {
            charge.postponeAsking(NOON);
        }
        assertThat(charge.askAfter()).isEqualTo(NOON.plus(Duration.ofMinutes(16)));
    }

    @Test
    void aCallThatWasNeverReceivedIsLostOnlyAfterAWhile() {
        Charge charge = topUp();
        charge.sentAgain(NOON.plusSeconds(100));
        assertThat(charge.isLostWhenNotReceived(NOON.plusSeconds(400))).isFalse();
        assertThat(charge.isLostWhenNotReceived(NOON.plusSeconds(401))).isTrue();
        Charge byMessage = Charge.requested(new ChargeId("c2"), memberId(1001), won(1), NOW, NOON);
        assertThat(byMessage.isLostWhenNotReceived(NOON.plus(Duration.ofDays(9))))
                .isFalse();
    }

    @Test
    void onlyWhatWasGivenUpIsMadeAgain() {
        Charge charge = topUp();
        assertThatThrownBy(() -> charge.again(new ChargeId("c3"), NOW, NOON)).isInstanceOf(IllegalStateException.class);
        charge.failed(null, "NOT_RECEIVED", NOW);
        assertThat(charge.again(new ChargeId("c3"), NOW, NOON).command()).isEqualTo("a command");
    }

    @Test
    void aChargeOfNothingIsNone() {
        assertThatThrownBy(() -> Charge.requested(new ChargeId("c2"), memberId(1001), won(0), NOW, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Charge topUp() {
        return Charge.topUp(new ChargeId("c1"), memberId(1001), won(10_000), "a command", NOW, NOON);
    }
}
