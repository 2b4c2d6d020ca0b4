package com.mypay.remittance.application;

import static com.mypay.framework.value.Won.won;
import static com.mypay.remittance.application.Stage.KIM;
import static com.mypay.remittance.application.Stage.LEE;
import static com.mypay.remittance.application.Stage.TO_ACCOUNT;
import static com.mypay.remittance.application.Stage.TO_LEE;
import static com.mypay.remittance.application.Stage.refused;
import static com.mypay.remittance.domain.RemittanceStatus.CANCELLED;
import static com.mypay.remittance.domain.RemittanceStatus.FAILED;
import static com.mypay.remittance.domain.RemittanceStatus.HELD;
import static com.mypay.remittance.domain.RemittanceStatus.IN_DOUBT;
import static com.mypay.remittance.domain.RemittanceStatus.PREPARING;
import static com.mypay.remittance.domain.RemittanceStatus.REQUESTED;
import static com.mypay.remittance.domain.RemittanceStatus.SENT;
import static com.mypay.remittance.domain.RemittanceStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mypay.framework.context.Caller;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import com.mypay.remittance.application.message.FirmbankingResult.Status;
import com.mypay.remittance.application.message.MoneyCommandAnswered;
import com.mypay.remittance.application.message.TopUpMoney;
import com.mypay.remittance.domain.PartnerKind;
import com.mypay.remittance.domain.PartnerStatus;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Remittances from their acceptance to their end, in memory and on the database. */
abstract class RemittanceProcessTests {

    private static final String HOLD = "b".repeat(32);

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.member(KIM));

    Stage stage = Stage.inMemory();

    abstract Stage newStage();

    @BeforeEach
    void open() {
        stage = newStage();
        stage.members(KIM, LEE);
    }

    // The way to a member

    @Test
    void toAMemberItIsOneTransfer() {
        RequestRemittance.Answer accepted = stage.send(KIM, TO_LEE, 30_000);
        String id = accepted.remittanceId();
        assertThat(accepted.status()).isEqualTo("PREPARING");
        assertThat(accepted.feeWon()).isZero();
        assertThat(stage.sent()).containsExactly("rem-" + id + "-TRANSFER-1-1");

        stage.moneyDoes(id + "-TRANSFER-1", null);

        assertThat(stage.lifeOf(id)).containsExactly(REQUESTED, PREPARING, SUCCEEDED);
        assertThat(stage.remittance(id).progress().endedAt()).isEqualTo(stage.clock.instant());
        assertThat(stage.figures.count("accepted")).isOne();
        assertThat(stage.figures.count("SUCCEEDED")).isOne();
    }

    @Test
    void aShortBalanceIsToppedUpAtMostThreeTimes() {
        String id = stage.send(KIM, TO_LEE, 30_000).remittanceId();
        for (int round = 1; round <= 3; round++) {
            stage.moneyIsShort(id + "-TRANSFER-" + round, 7_000 + round);
            stage.moneyToppedUp(id + "-TOP_UP-" + round, 10_000);
        }
        assertThat(stage.outbox.bodies(TopUpMoney.TYPE, TopUpMoney.class))
                .extracting(TopUpMoney::shortageWon)
                .containsExactly(7_001L, 7_002L, 7_003L);

        stage.moneyIsShort(id + "-TRANSFER-4", 1);

        Remittance failed = stage.remittance(id);
        assertThat(failed.status()).isEqualTo(FAILED);
        assertThat(failed.progress().reasonCode()).isEqualTo("MONEY_INSUFFICIENT");
        assertThat(failed.progress().toppedUp()).isEqualTo(won(30_000));
    }

    @Test
    void aTopUpThatIsRefusedFailsItWithItsReason() {
        String id = stage.send(KIM, TO_LEE, 30_000).remittanceId();
        stage.moneyIsShort(id + "-TRANSFER-1", 7_000);
        stage.moneyRefuses(id + "-TOP_UP-1", "NO_LINKED_ACCOUNT");
        assertThat(stage.statusOf(id)).isEqualTo(FAILED);
        assertThat(stage.remittance(id).progress().reasonCode()).isEqualTo("NO_LINKED_ACCOUNT");
    }

    // The way to an account

    @Test
    void toAnAccountItIsHeldPaidAndCaptured() {
        RequestRemittance.Answer accepted = stage.send(KIM, TO_ACCOUNT, 30_000);
        String id = accepted.remittanceId();
        assertThat(accepted.feeWon()).isEqualTo(500);
        stage.moneyDoes(id + "-HOLD-1", HOLD);
        stage.bankingSays(id + "-FIRMBANKING-1", Status.COMPLETED, null, 30_000);
        stage.moneyDoes(id + "-CAPTURE-1", null);

        assertThat(stage.lifeOf(id)).containsExactly(REQUESTED, PREPARING, HELD, SENT, SENT, SUCCEEDED);
        assertThat(stage.sent())
                .containsExactly(
                        "rem-" + id + "-HOLD-1-1", "rem-" + id + "-FIRMBANKING-1-1", "rem-" + id + "-CAPTURE-1-1");
        assertThat(stage.remittance(id).progress().firmbankingId()).isEqualTo("f".repeat(32));
    }

    @Test
    void aBankThatRefusesHasTheHoldReleased() {
        String id = stage.send(KIM, TO_ACCOUNT, 30_000).remittanceId();
        stage.moneyDoes(id + "-HOLD-1", HOLD);
        stage.bankingSays(id + "-FIRMBANKING-1", Status.REFUSED, "ACCOUNT_CLOSED", 30_000);
        assertThat(stage.statusOf(id)).isEqualTo(SENT);
        stage.moneyDoes(id + "-RELEASE-1", null);

        assertThat(stage.statusOf(id)).isEqualTo(FAILED);
        assertThat(stage.remittance(id).progress().reasonCode()).isEqualTo("ACCOUNT_CLOSED");
    }

    @Test
    void aBankThatDoesNotSayKeepsTheHoldUntilItDoes() {
        String id = stage.send(KIM, TO_ACCOUNT, 30_000).remittanceId();
        stage.moneyDoes(id + "-HOLD-1", HOLD);
        stage.bankingSays(id + "-FIRMBANKING-1", Status.UNKNOWN, "TIMED_OUT", 30_000);
        stage.bankingSays(id + "-FIRMBANKING-1", Status.UNKNOWN, "TIMED_OUT", 30_000);
        assertThat(stage.statusOf(id)).isEqualTo(IN_DOUBT);
        assertThat(stage.sent()).hasSize(2);
        assertThat(stage.figures.count("IN_DOUBT")).isOne();

        stage.bankingSays(id + "-FIRMBANKING-1", Status.COMPLETED, null, 30_000);
        stage.moneyDoes(id + "-CAPTURE-1", null);
        assertThat(stage.lifeOf(id)).endsWith(SENT, IN_DOUBT, IN_DOUBT, SUCCEEDED);
    }

    @Test
    void whatMoneyWillNotCaptureIsOnTheWorkListAtOnce() {
        String id = stage.send(KIM, TO_ACCOUNT, 30_000).remittanceId();
        stage.moneyDoes(id + "-HOLD-1", HOLD);
        stage.bankingSays(id + "-FIRMBANKING-1", Status.COMPLETED, null, 30_000);
        assertThat(workList()).isEmpty();

        stage.moneyRefuses(id + "-CAPTURE-1", "HOLD_ENDED");

        assertThat(workList())
                .singleElement()
                .satisfies(found ->
                        assertThat(found.remittance().progress().stuckCode()).isEqualTo("HOLD_ENDED"));
        stage.moneyDoes(id + "-CAPTURE-1", null);
        assertThat(stage.statusOf(id)).isEqualTo(SUCCEEDED);
        assertThat(workList()).isEmpty();
    }

    private List<FindInDoubt.Found> workList() {
        return stage.house.findInDoubt.find(PageRequest.of(null, null)).items();
    }

    // What breaks a contract

    @Test
    void anAnswerThatBreaksItsContractIsPoison() {
        String id = stage.send(KIM, TO_ACCOUNT, 30_000).remittanceId();
        assertThatIllegalArgumentException().isThrownBy(() -> stage.moneyDoes(id + "-HOLD-1", null));
        assertThatIllegalArgumentException().isThrownBy(() -> stage.moneyDoes(id + "-TOP_UP-1", null));
        assertThatIllegalArgumentException().isThrownBy(() -> stage.moneyDoes(id + "-FIRMBANKING-1", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.bankingSays(id + "-HOLD-1", Status.COMPLETED, null, 30_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.bankingSays(id + "-FIRMBANKING-1", Status.COMPLETED, null, 29_999));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.house.takeMoneyAnswer.take(new MoneyCommandAnswered(
                        id + "-HOLD-1", "e".repeat(32), MoneyCommandAnswered.Outcome.DONE, null, null, HOLD, null)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.house.takeMoneyAnswer.take(new MoneyCommandAnswered(
                        id + "-HOLD-1", id, MoneyCommandAnswered.Outcome.SHORT, null, null, null, null)));
        assertThat(stage.lifeOf(id)).containsExactly(REQUESTED, PREPARING);
    }

    @Test
    void anAnswerToWhatNobodyHasAskedIsIgnored() {
        stage.moneyDoes("e".repeat(32) + "-transfer", null);
        stage.moneyDoes("e".repeat(32) + "-TRANSFER-1", null);
        stage.bankingSays("payout-1", Status.COMPLETED, null, 30_000);
        stage.bankingSays("e".repeat(32) + "-FIRMBANKING-1", Status.COMPLETED, null, 30_000);
        assertThat(stage.figures.count("ignored UNKNOWN")).isEqualTo(4);
    }

    // Asking again

    @Test
    void whatHasNoAnswerInTimeIsSentAgainWithMorePatienceEachTime() {
        String id = stage.send(KIM, TO_LEE, 30_000).remittanceId();
        stage.realTime.advance(Duration.ofSeconds(29));
        assertThat(stage.house.askAgain.ask()).isZero();
        stage.realTime.advance(Duration.ofSeconds(1));
        assertThat(stage.house.askAgain.ask()).isOne();
        assertThat(stage.house.askAgain.ask()).isZero();
        stage.realTime.advance(Duration.ofSeconds(59));
        assertThat(stage.house.askAgain.ask()).isZero();
        stage.realTime.advance(Duration.ofSeconds(1));
        assertThat(stage.house.askAgain.ask()).isOne();

        assertThat(stage.sent())
                .containsExactly(
                        "rem-" + id + "-TRANSFER-1-1", "rem-" + id + "-TRANSFER-1-2", "rem-" + id + "-TRANSFER-1-3");
        assertThat(stage.figures.count("asked again")).isEqualTo(2);
        stage.moneyDoes(id + "-TRANSFER-1", null);
        stage.realTime.advance(Duration.ofHours(1));
        assertThat(stage.house.askAgain.ask()).isZero();
    }

    @Test
    void theBusinessClockHasNothingToDoWithIt() {
        stage.send(KIM, TO_LEE, 30_000);
        stage.clock.advance(Duration.ofDays(365));
        assertThat(stage.house.askAgain.ask()).isZero();
    }

    // Order

    @Test
    void aSendersRemittancesAreTakenInTheOrderOfTheirAcceptance() {
        String first = stage.send(KIM, TO_LEE, 10_000).remittanceId();
        RequestRemittance.Answer waiting = stage.send(KIM, TO_ACCOUNT, 20_000);
        String second = waiting.remittanceId();
        String third = stage.send(KIM, TO_LEE, 30_000).remittanceId();
        assertThat(waiting.status()).isEqualTo("REQUESTED");
        assertThat(stage.sent()).containsExactly("rem-" + first + "-TRANSFER-1-1");

        stage.moneyIsShort(first + "-TRANSFER-1", 1);
        assertThat(stage.statusOf(second)).isEqualTo(REQUESTED);
        stage.moneyRefuses(first + "-TOP_UP-1", "NO_LINKED_ACCOUNT");
        assertThat(stage.statusOf(second)).isEqualTo(PREPARING);
        assertThat(stage.statusOf(third)).isEqualTo(REQUESTED);

        // Held, the second spends no balance any more: the third needn't wait for the bank
        stage.moneyDoes(second + "-HOLD-1", HOLD);
        assertThat(stage.statusOf(third)).isEqualTo(PREPARING);
        assertThat(stage.sent())
                .containsExactly(
                        "rem-" + first + "-TRANSFER-1-1",
                        "rem-" + first + "-TOP_UP-1-1",
                        "rem-" + second + "-HOLD-1-1",
                        "rem-" + third + "-TRANSFER-1-1",
                        "rem-" + second + "-FIRMBANKING-1-1");

        stage.bankingSays(second + "-FIRMBANKING-1", Status.COMPLETED, null, 20_000);
        stage.moneyDoes(third + "-TRANSFER-1", null);
        stage.moneyDoes(second + "-CAPTURE-1", null);
        assertThat(stage.send(KIM, TO_LEE, 1_000).status()).isEqualTo("PREPARING");
    }

    @Test
    void differentSendersDoNotWaitForEachOther() {
        stage.send(KIM, TO_LEE, 10_000);
        assertThat(stage.send(LEE, Payee.member(KIM, "김철수"), 5_000).status()).isEqualTo("PREPARING");
    }

    @Test
    void aCancelledOneIsPassedOver() {
        String first = stage.send(KIM, TO_LEE, 10_000).remittanceId();
        String second = stage.send(KIM, TO_LEE, 20_000).remittanceId();
        assertThat(stage.cancel(second).status()).isEqualTo("CANCELLED");
        stage.moneyDoes(first + "-TRANSFER-1", null);
        assertThat(stage.send(KIM, TO_LEE, 30_000).status()).isEqualTo("PREPARING");
    }

    // Cancelling

    @Test
    void whatWaitsForItsTurnIsCancelledAtOnce() {
        stage.send(KIM, TO_LEE, 10_000);
        String id = stage.send(KIM, TO_LEE, 20_000).remittanceId();
        CancelRemittance.Answer answer = stage.cancel(id);
        assertThat(answer.status()).isEqualTo("CANCELLED");
        assertThat(stage.lifeOf(id)).containsExactly(REQUESTED, CANCELLED);
        assertThat(stage.sent()).hasSize(1);
    }

    @Test
    void whatIsBeingHeldIsReleasedOnceMoneyHasAnswered() {
        String id = stage.send(KIM, TO_ACCOUNT, 30_000).remittanceId();
        CancelRemittance.Answer answer = stage.cancel(id);
        assertThat(answer.status()).isEqualTo("PREPARING");
        assertThat(answer.cancelNoted()).isTrue();
        assertThat(stage.cancel(id)).isEqualTo(answer);

        stage.moneyDoes(id + "-HOLD-1", HOLD);
        stage.moneyDoes(id + "-RELEASE-1", null);
        assertThat(stage.lifeOf(id)).containsExactly(REQUESTED, PREPARING, PREPARING, HELD, HELD, CANCELLED);
        assertThat(stage.sent()).containsExactly("rem-" + id + "-HOLD-1-1", "rem-" + id + "-RELEASE-1-1");
    }

    @Test
    void whatIsToppedUpForIsCancelledAtOnceAndTheNextBegins() {
        String id = stage.send(KIM, TO_LEE, 30_000).remittanceId();
        stage.moneyIsShort(id + "-TRANSFER-1", 7_000);
        String next = stage.send(KIM, TO_LEE, 1_000).remittanceId();
        CancelRemittance.Answer answer = stage.cancel(id);
        assertThat(answer.status()).isEqualTo("CANCELLED");
        assertThat(answer.cancelNoted()).isFalse();
        assertThat(stage.statusOf(next)).isEqualTo(PREPARING);

        // What the bank tells late is between money and the sender
        stage.moneyToppedUp(id + "-TOP_UP-1", 10_000);
        assertThat(stage.statusOf(id)).isEqualTo(CANCELLED);
        assertThat(stage.figures.count("ignored LATE")).isEqualTo(1);
    }

    // Who may no longer send or receive

    @Test
    void whatWaitsOfASuspendedSenderFailsWhenItsTurnComes() {
        String first = stage.send(KIM, TO_LEE, 10_000).remittanceId();
        String second = stage.send(KIM, TO_LEE, 20_000).remittanceId();
        String third = stage.send(KIM, TO_ACCOUNT, 20_000).remittanceId();
        stage.tell(KIM, PartnerKind.PERSONAL, PartnerStatus.SUSPENDED, 2);
        stage.moneyDoes(first + "-TRANSFER-1", null);

        assertThat(List.of(second, third)).allSatisfy(id -> {
            assertThat(stage.lifeOf(id)).containsExactly(REQUESTED, FAILED);
            assertThat(stage.remittance(id).progress().reasonCode()).isEqualTo("MEMBER_NOT_ACTIVE");
        });
        assertThat(stage.sent()).containsExactly("rem-" + first + "-TRANSFER-1-1");
        stage.tell(KIM, PartnerKind.PERSONAL, PartnerStatus.ACTIVE, 3);
        // It has given back what it had used of the day: 290,000 of 300,000 are left
        assertThat(stage.send(KIM, TO_LEE, 290_000).status()).isEqualTo("PREPARING");
    }

    @Test
    void aPayeeWhoHasLeftIsPassedOver() {
        String first = stage.send(KIM, TO_LEE, 10_000).remittanceId();
        String second = stage.send(KIM, TO_LEE, 20_000).remittanceId();
        String third = stage.send(KIM, TO_ACCOUNT, 20_000).remittanceId();
        stage.tell(LEE, PartnerKind.PERSONAL, PartnerStatus.CLOSED, 2);
        stage.moneyDoes(first + "-TRANSFER-1", null);
        assertThat(stage.remittance(second).progress().reasonCode()).isEqualTo("PAYEE_NOT_ACTIVE");
        assertThat(stage.statusOf(third)).isEqualTo(PREPARING);
    }

    @Test
    void afterATopUpBothHaveToBeActiveStill() {
        String id = stage.send(KIM, TO_LEE, 30_000).remittanceId();
        stage.moneyIsShort(id + "-TRANSFER-1", 7_000);
        stage.tell(LEE, PartnerKind.PERSONAL, PartnerStatus.SUSPENDED, 2);
        stage.moneyToppedUp(id + "-TOP_UP-1", 10_000);
        assertThat(stage.statusOf(id)).isEqualTo(FAILED);
        assertThat(stage.remittance(id).progress().reasonCode()).isEqualTo("PAYEE_NOT_ACTIVE");
        assertThat(stage.remittance(id).progress().toppedUp()).isEqualTo(won(10_000));
        assertThat(stage.sent()).hasSize(2);
    }

    @Test
    void whatMayHaveBeenSentIsNotCancelled() {
        String transfer = stage.send(KIM, TO_LEE, 10_000).remittanceId();
        refused(RemittanceProblem.REMITTANCE_ALREADY_SENT, () -> stage.cancel(transfer));
        stage.moneyDoes(transfer + "-TRANSFER-1", null);
        refused(RemittanceProblem.REMITTANCE_ENDED, () -> stage.cancel(transfer));

        String account = stage.send(KIM, TO_ACCOUNT, 10_000).remittanceId();
        stage.moneyDoes(account + "-HOLD-1", HOLD);
        refused(RemittanceProblem.REMITTANCE_ALREADY_SENT, () -> stage.cancel(account));
    }

    @Test
    void nobodyElseCancelsIt() {
        String id = stage.send(KIM, TO_ACCOUNT, 30_000).remittanceId();
        refused(
                RemittanceProblem.REMITTANCE_NOT_FOUND,
                () -> stage.house.cancelRemittance.cancel(
                        new CancelRemittance.Command(Caller.member(LEE), new RequestId("c"), new RemittanceId(id))));
        refused(RemittanceProblem.REMITTANCE_NOT_FOUND, () -> stage.cancel("e".repeat(32)));
    }
}
