package com.mypay.money.application;

import static com.mypay.framework.value.RequestId.requestId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.value.PageRequest;
import com.mypay.frameworktest.TestCall;
import com.mypay.money.MoneyHouse;
import com.mypay.money.application.ChargeMoney.Accepted;
import com.mypay.money.application.TakeFirmbankingResult.FirmbankingResult;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.ChargeStatus;
import com.mypay.money.domain.MemberStatus;
import com.mypay.money.fake.FakeBanking.Behaviour;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class ChargeMoneyTests extends MoneyTests {

    private static final String FIRMBANKING = "f".repeat(32);

    @Test
    void aChargeIsAcceptedAndBankingIsAskedByMessage() {
        house.member(KIM, 0);
        Accepted accepted = charge("c1", 20_000);
        assertThat(accepted.status()).isEqualTo("REQUESTED");
        assertThat(house.sent()).hasSize(1);
        assertThat(house.sent().get(0).destination()).isEqualTo("banking.firmbanking-requests");
        assertThat(house.sent().get(0).id()).isEqualTo("charge-" + accepted.chargeId());
        FirmbankingRequested request = house.bodies(FirmbankingRequested.TYPE, FirmbankingRequested.class)
                .get(0);
        assertThat(request.requestId()).isEqualTo("charge-" + accepted.chargeId());
        assertThat(request.amountWon()).isEqualTo(20_000);
        assertThat(request.from().memberId()).isEqualTo(1001L);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(0));
        assertThat(house.banking.calls()).isEmpty();
    }

    @Test
    void theSameRequestIdIsOneCharge() {
        house.member(KIM, 0);
        Accepted first = charge("c1", 20_000);
        assertThat(charge("c1", 20_000)).isEqualTo(first);
        assertThat(house.sent()).hasSize(1);
        assertRefused(CommonProblem.REQUEST_ID_REUSED, () -> charge("c1", 30_000));
    }

    @Test
    void whatTheBankHasMovedIsInTheBalance() {
        house.member(KIM, 0);
        Accepted accepted = charge("c1", 20_000);
        answer(accepted, "COMPLETED", null, 20_000);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
        Charge charge = house.findCharges.byId(Caller.member(KIM), new ChargeId(accepted.chargeId()));
        assertThat(charge.status()).isEqualTo(ChargeStatus.COMPLETED);
        assertThat(charge.firmbankingId()).isEqualTo(FIRMBANKING);
        assertThat(charge.endedAt()).isEqualTo(house.clock.instant());
    }

    @Test
    void anAnswerThatComesTwiceIsBookedOnce() {
        house.member(KIM, 0);
        Accepted accepted = charge("c1", 20_000);
        answer(accepted, "COMPLETED", null, 20_000);
        answer(accepted, "COMPLETED", null, 20_000);
        answer(accepted, "UNKNOWN", "TIMED_OUT", 20_000);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
    }

    @Test
    void aRefusedChargeFailsWithItsReason() {
        house.member(KIM, 0);
        Accepted accepted = charge("c1", 20_000);
        answer(accepted, "REFUSED", "INSUFFICIENT_FUNDS", 20_000);
        Charge charge = house.findCharges.byId(Caller.member(KIM), new ChargeId(accepted.chargeId()));
        assertThat(charge.status()).isEqualTo(ChargeStatus.FAILED);
        assertThat(charge.reasonCode()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(house.balanceOf(KIM)).isEqualTo(won(0));
    }

    @Test
    void anUnknownAnswerLeavesItInDoubtUntilTheFinalOne() {
        house.member(KIM, 0);
        Accepted accepted = charge("c1", 20_000);
        answer(accepted, "UNKNOWN", "TIMED_OUT", 20_000);
        assertThat(house.findCharges
                        .byId(Caller.member(KIM), new ChargeId(accepted.chargeId()))
                        .status())
                .isEqualTo(ChargeStatus.IN_DOUBT);
        answer(accepted, "COMPLETED", null, 20_000);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
    }

    @Test
    void anAnswerThatFitsNoChargeIsNotTaken() {
        house.member(KIM, 0);
        Accepted accepted = charge("c1", 20_000);
        assertThatThrownBy(() -> answer(accepted, "COMPLETED", null, 20_001))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> answer(new Accepted("0", ""), "COMPLETED", null, 20_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> answer(accepted, "PERHAPS", null, 20_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(0));
    }

    @Test
    void othersMoneyIsNotCharged() {
        house.member(KIM, 0);
        assertRefused(
                MoneyProblem.MEMBER_NOT_FOUND,
                () -> house.chargeMoney.charge(
                        new ChargeMoney.Command(Caller.member(LEE), requestId("c1"), KIM, won(20_000))));
    }

    @Test
    void aSuspendedMemberIsNotCharged() {
        house.member(KIM, 0);
        house.transactions.inTransaction(
                () -> house.followMember.follow(MoneyHouse.news(KIM, 2, MemberStatus.SUSPENDED)));
        assertRefused(MoneyProblem.MEMBER_NOT_ACTIVE, () -> charge("c1", 20_000));
    }

    @Test
    void aMemberWhoseEventHasNotArrivedYetIsAskedFor() {
        house.memberships.has(MoneyHouse.news(KIM, 1, MemberStatus.ACTIVE));
        assertThat(charge("c1", 20_000).status()).isEqualTo("REQUESTED");
        assertThat(house.balanceOf(KIM)).isEqualTo(won(0));
    }

    @Test
    void othersChargesAreAsIfTheyWereNotThere() {
        house.member(KIM, 0);
        Accepted accepted = charge("c1", 20_000);
        assertRefused(
                MoneyProblem.CHARGE_NOT_FOUND,
                () -> house.findCharges.byId(Caller.member(LEE), new ChargeId(accepted.chargeId())));
        assertRefused(
                MoneyProblem.CHARGE_NOT_FOUND,
                () -> house.findCharges.byId(Caller.member(KIM), new ChargeId("nothing")));
    }

    @Test
    void aChargeWhoseAnswerGotLostIsAskedAbout() {
        house.member(KIM, 0);
        Accepted accepted = charge("c1", 20_000);
        // Banking has done it, and its message never came
        house.banking.topUp("charge-" + accepted.chargeId(), KIM, won(20_000));
        house.clock.advance(Duration.ofMinutes(9));
        assertThat(house.askOpenCharges.ask()).isZero();
        house.clock.advance(Duration.ofMinutes(2));
        assertThat(house.askOpenCharges.ask()).isEqualTo(1);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
        assertThat(house.askOpenCharges.ask()).isZero();
    }

    @Test
    void aChargeWhoseMessageStillWaitsIsNotGivenUp() {
        house.member(KIM, 0);
        Accepted accepted = charge("c1", 20_000);
        for (int hours = 1; hours < 10; hours++) {
            house.clock.advance(Duration.ofHours(1));
            assertThat(house.askOpenCharges.ask()).isZero();
        }
        answer(accepted, "COMPLETED", null, 20_000);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
    }

    @Test
    void aTopUpThatBankingNeverReceivedIsGivenUpAfterAWhile() {
        house.member(KIM, 5_000);
        house.banking.next(Behaviour.RECEIVES_NOTHING);
        assertThatThrownBy(() -> house.pay("p1", KIM, 30_000)).hasMessageContaining("not said");
        house.clock.advance(Duration.ofSeconds(20));
        assertThat(house.askOpenCharges.ask()).isZero();
        house.clock.advance(Duration.ofMinutes(6));
        assertThat(house.askOpenCharges.ask()).isEqualTo(1);
        Charge topUp = topUp("p1", 0);
        assertThat(topUp.status()).isEqualTo(ChargeStatus.FAILED);
        assertThat(topUp.reasonCode()).isEqualTo(AskOpenCharges.NOT_RECEIVED);
        // The command is alive: repeated, it tops up anew
        assertThat(house.pay("p1", KIM, 30_000).toppedUpWon()).isEqualTo(25_000);
    }

    @Test
    void moneyThatComesInAfterItsChargeWasGivenUpIsNotLost() {
        house.member(KIM, 5_000);
        house.banking.whileCalled(() -> {
            // The server hangs so long that the top-up is given up, and then goes on
            house.clock.advance(Duration.ofMinutes(7));
            assertThat(house.askOpenCharges.ask()).isEqualTo(1);
        });
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new DecreaseMoney.Decreased("1001-3", 0, 25_000));
        assertThat(house.banking.moved()).isEqualTo(won(25_000));
        assertThat(topUp("p1", 0).status()).isEqualTo(ChargeStatus.FAILED);
        assertThat(topUp("p1", 1).status()).isEqualTo(ChargeStatus.COMPLETED);
    }

    @Test
    void moneyOfAGivenUpChargeIsBookedOnceHoweverOftenItIsTold() {
        house.member(KIM, 0);
        Accepted accepted = charge("c1", 20_000);
        answer(accepted, "REFUSED", "NOT_RECEIVED", 20_000);

        answer(accepted, "COMPLETED", null, 20_000);
        answer(accepted, "COMPLETED", null, 20_000);

        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
    }

    @Test
    void aChargeThatCannotBeAskedAboutDoesNotHoldUpTheOthers() {
        house.member(KIM, 0);
        Accepted first = charge("c1", 20_000);
        Accepted second = charge("c2", 30_000);
        house.banking.topUp("charge-" + second.chargeId(), KIM, won(30_000));
        house.banking.isConfusedBy("charge-" + first.chargeId());
        house.clock.advance(Duration.ofMinutes(11));

        assertThat(house.askOpenCharges.ask()).isEqualTo(1);

        assertThat(house.balanceOf(KIM)).isEqualTo(won(30_000));
        Charge confusing = house.transactions
                .inTransaction(() -> house.charges.find(new ChargeId(first.chargeId())))
                .orElseThrow();
        assertThat(confusing.askAfter()).isAfter(house.clock.instant());
    }

    @Test
    void whatIsBookedByAskingBelongsToTheBusinessTransactionThatWantedIt() {
        house.member(KIM, 0);
        Accepted accepted = charge("c1", 20_000);
        house.banking.topUp("charge-" + accepted.chargeId(), KIM, won(20_000));
        house.clock.advance(Duration.ofMinutes(11));
        CallContext chore = new CallContext(new Guid("f".repeat(32)), 0, Caller.service("money"), "ask open charges");

        chore.run(() -> assertThat(house.askOpenCharges.ask()).isEqualTo(1));

        assertThat(house.findMoneyChangings
                        .history(Caller.member(KIM), KIM, null, null, new PageRequest("", 1))
                        .items())
                .singleElement()
                .satisfies(changing -> assertThat(changing.occasion().guid()).isEqualTo(TestCall.GUID.value()));
    }

    @Test
    void aBankingThatDoesNotAnswerIsAskedLater() {
        house.member(KIM, 5_000);
        house.banking.next(Behaviour.COMPLETES_SILENTLY);
        assertThatThrownBy(() -> house.pay("p1", KIM, 30_000)).hasMessageContaining("not said");
        house.clock.advance(Duration.ofSeconds(16));
        house.banking.isReachable(false);
        assertThat(house.askOpenCharges.ask()).isZero();
        house.banking.isReachable(true);
        assertThat(house.askOpenCharges.ask()).isEqualTo(1);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(30_000));
    }

    private Charge topUp(String request, int index) {
        return house.transactions
                .inTransaction(() -> house.charges.ofCommand("service/payment decrease/money " + request))
                .get(index);
    }

    private Accepted charge(String request, long amountWon) {
        return house.chargeMoney.charge(
                new ChargeMoney.Command(Caller.member(KIM), requestId(request), KIM, won(amountWon)));
    }

    private void answer(Accepted accepted, String status, @Nullable String reason, long amountWon) {
        house.transactions.inTransaction(() -> house.takeFirmbankingResult.take(
                new FirmbankingResult("charge-" + accepted.chargeId(), FIRMBANKING, status, reason, amountWon, null)));
    }
}
