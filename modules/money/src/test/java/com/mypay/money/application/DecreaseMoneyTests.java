package com.mypay.money.application;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.request.Requests.Outcome;
import com.mypay.framework.value.RequestId;
import com.mypay.money.MoneyHouse;
import com.mypay.money.application.DecreaseMoney.Decreased;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeStatus;
import com.mypay.money.domain.MemberStatus;
import com.mypay.money.domain.TopUpRule;
import com.mypay.money.fake.FakeBanking.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class DecreaseMoneyTests extends MoneyTests {

    @Test
    void whatIsThereIsTakenWithoutABank() {
        house.member(KIM, 50_000);
        Decreased decreased = house.pay("p1", KIM, 30_000);
        assertThat(decreased).isEqualTo(new Decreased("1001-2", 20_000, 0));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
        assertThat(house.banking.calls()).isEmpty();
        assertThat(house.findAccounts.balances()).containsEntry(AccountKind.PAYMENT_CLEARING, won(30_000 - 50_000));
    }

    @Test
    void theLastWonCanBeSpent() {
        house.member(KIM, 30_000);
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new Decreased("1001-2", 0, 0));
    }

    @Test
    void aRepeatedCommandHasOneEffectAndTheFirstAnswer() {
        house.member(KIM, 50_000);
        Decreased first = house.pay("p1", KIM, 30_000);
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(first);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
    }

    @Test
    void theSameRequestIdWithOtherContentIsRefused() {
        house.member(KIM, 50_000);
        house.pay("p1", KIM, 30_000);
        assertRefused(CommonProblem.REQUEST_ID_REUSED, () -> house.pay("p1", KIM, 30_001));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
    }

    @Test
    void aLittleMissingTopsUpTenThousand() {
        house.member(KIM, 28_000);
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new Decreased("1001-3", 8_000, 10_000));
        assertThat(house.banking.moved()).isEqualTo(won(10_000));
        assertThat(house.findAccounts.balances()).containsEntry(AccountKind.CORPORATE_CASH, won(-10_000));
    }

    @Test
    void moreMissingTopsUpExactlyThat() {
        house.member(KIM, 5_000);
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new Decreased("1001-3", 0, 25_000));
        assertThat(house.banking.moved()).isEqualTo(won(25_000));
    }

    @Test
    void aRepeatedCommandWithTopUpCallsTheBankOnce() {
        house.member(KIM, 5_000);
        Decreased first = house.pay("p1", KIM, 30_000);
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(first);
        assertThat(house.banking.calls()).hasSize(1);
    }

    @Test
    void withoutATopUpShortIsShort() {
        house.member(KIM, 5_000);
        assertRefused(
                MoneyProblem.MONEY_INSUFFICIENT,
                () -> house.decreaseMoney.decrease(MoneyHouse.payment("p1", KIM, 30_000, TopUpRule.NONE)));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(5_000));
        assertThat(outcome("p1")).isEmpty();
        // The id is free again: the same command succeeds once there is money
        house.member(KIM, 25_000);
        house.decreaseMoney.decrease(MoneyHouse.payment("p1", KIM, 30_000, TopUpRule.NONE));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(0));
    }

    @Test
    void aRefusingBankRefusesTheCommand() {
        house.member(KIM, 5_000);
        house.banking.next(Behaviour.REFUSES);
        assertRefused(MoneyProblem.TOP_UP_REFUSED, () -> house.pay("p1", KIM, 30_000));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(5_000));
        assertThat(outcome("p1")).isEmpty();
        assertThat(topUps("p1")).extracting(Charge::status).containsExactly(ChargeStatus.FAILED);
        assertThat(topUps("p1")).extracting(Charge::reasonCode).containsExactly("INSUFFICIENT_FUNDS");
    }

    @Test
    void aRefusedCommandMayBeSentAgainWithANewTopUp() {
        house.member(KIM, 5_000);
        house.banking.next(Behaviour.REFUSES);
        assertRefused(MoneyProblem.TOP_UP_REFUSED, () -> house.pay("p1", KIM, 30_000));
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new Decreased("1001-3", 0, 25_000));
        assertThat(house.banking.calls()).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void aMemberWithoutAccountIsToldSo() {
        house.member(KIM, 5_000);
        house.banking.next(Behaviour.KNOWS_NO_ACCOUNT);
        assertRefused(MoneyProblem.NO_LINKED_ACCOUNT, () -> house.pay("p1", KIM, 30_000));
    }

    @Test
    void anUnknownTopUpGoesOnWhenTheCommandIsRepeated() {
        house.member(KIM, 5_000);
        house.banking.next(Behaviour.COMPLETES_SILENTLY);
        assertUnknown("p1");
        assertThat(house.balanceOf(KIM)).isEqualTo(won(5_000));
        assertThat(outcome("p1")).contains(new Outcome(null, false));
        assertThat(topUps("p1")).extracting(Charge::status).containsExactly(ChargeStatus.IN_DOUBT);

        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new Decreased("1001-3", 0, 25_000));
        assertThat(house.banking.calls())
                .hasSize(2)
                .containsOnly(house.banking.calls().get(0));
        assertThat(house.banking.moved()).isEqualTo(won(25_000));
        assertThat(topUps("p1")).extracting(Charge::status).containsExactly(ChargeStatus.COMPLETED);
    }

    @Test
    void anUnknownTopUpStaysOpenAsLongAsNobodyKnows() {
        house.member(KIM, 5_000);
        house.banking.next(Behaviour.COMPLETES_BUT_DOES_NOT_KNOW, Behaviour.COMPLETES_BUT_DOES_NOT_KNOW);
        assertUnknown("p1");
        assertUnknown("p1");
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new Decreased("1001-3", 0, 25_000));
        assertThat(house.banking.moved()).isEqualTo(won(25_000));
    }

    @Test
    void anUnknownTopUpThatTurnsOutRefusedRefusesTheCommand() {
        house.member(KIM, 5_000);
        house.banking.next(Behaviour.RECEIVES_NOTHING, Behaviour.REFUSES);
        assertUnknown("p1");
        assertRefused(MoneyProblem.TOP_UP_REFUSED, () -> house.pay("p1", KIM, 30_000));
    }

    @Test
    void anUnknownTopUpIsBookedEvenIfNobodyRepeatsTheCommand() {
        house.member(KIM, 5_000);
        house.banking.next(Behaviour.COMPLETES_SILENTLY);
        assertUnknown("p1");
        house.clock.advance(Duration.ofSeconds(16));
        assertThat(house.askOpenCharges.ask()).isEqualTo(1);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(30_000));
        // … and the command still finds it when it is repeated after all
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new Decreased("1001-3", 0, 25_000));
        assertThat(house.banking.moved()).isEqualTo(won(25_000));
    }

    @Test
    void aBankingThatCannotBeReachedChangesNothingAndTheCommandMayBeSentAgain() {
        house.member(KIM, 5_000);
        house.banking.next(Behaviour.CANNOT_BE_REACHED);
        assertThatThrownBy(() -> house.pay("p1", KIM, 30_000)).isInstanceOf(UnavailableException.class);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(5_000));
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new Decreased("1001-3", 0, 25_000));
        assertThat(house.banking.calls())
                .hasSize(2)
                .containsOnly(house.banking.calls().get(0));
    }

    @Test
    void aCommandWhoseServerDiedInTheBankCallIsTakenOver() {
        house.member(KIM, 5_000);
        house.banking.whileCalled(() -> {
            throw new IllegalStateException("the server dies");
        });
        assertThatThrownBy(() -> house.pay("p1", KIM, 30_000)).hasMessage("the server dies");
        assertRefused(CommonProblem.REQUEST_RUNNING, () -> house.pay("p1", KIM, 30_000));
        house.clock.advance(Duration.ofSeconds(61));
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new Decreased("1001-3", 0, 25_000));
        assertThat(house.banking.calls())
                .hasSize(2)
                .containsOnly(house.banking.calls().get(0));
    }

    @Test
    void twoServersThatBothThinkTheyRunTheCommandHaveOneEffect() {
        house.member(KIM, 5_000);
        house.banking.whileCalled(() -> {
            house.clock.advance(Duration.ofSeconds(61));
            assertThat(house.pay("p1", KIM, 30_000).toppedUpWon()).isEqualTo(25_000);
        });
        assertRefused(CommonProblem.REQUEST_RUNNING, () -> house.pay("p1", KIM, 30_000));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(0));
        assertThat(house.banking.moved()).isEqualTo(won(25_000));
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new Decreased("1001-3", 0, 25_000));
    }

    @Test
    void whatOthersUseUpMeanwhileIsToppedUpAgain() {
        house.member(KIM, 5_000);
        house.banking.whileCalled(() -> house.pay("p2", KIM, 5_000));
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new Decreased("1001-5", 5_000, 35_000));
        assertThat(house.banking.calls()).doesNotHaveDuplicates().hasSize(2);
        assertThat(house.banking.moved()).isEqualTo(won(35_000));
    }

    @Test
    void toppingUpIsNotTriedForEver() {
        house.member(KIM, 5_000);
        useUpDuringEachCall(3);
        assertRefused(MoneyProblem.MONEY_INSUFFICIENT, () -> house.pay("p1", KIM, 30_000));
        assertThat(house.banking.calls()).hasSize(3);
        // What came from the bank is the member's
        assertThat(house.banking.moved()).isEqualTo(won(45_000));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(5_000 + 45_000 - 30_000));
        assertThat(outcome("p1")).isEmpty();
    }

    private void useUpDuringEachCall(int times) {
        if (times > 0) {
            house.banking.whileCalled(() -> {
                house.decreaseMoney.decrease(new DecreaseMoney.Command(
                        MoneyHouse.PAYMENT,
                        new RequestId("other-" + times),
                        KIM,
                        times == 3 ? won(5_000) : won(12_500),
                        Cause.PAYMENT,
                        "other",
                        TopUpRule.NONE));
                useUpDuringEachCall(times - 1);
            });
        }
    }

    @Test
    void aMemberWhoseEventHasNotArrivedYetIsAskedFor() {
        house.memberships.has(MoneyHouse.news(KIM, 1, MemberStatus.ACTIVE));
        assertThat(house.pay("p1", KIM, 30_000)).isEqualTo(new Decreased("1001-2", 0, 30_000));
        assertThat(house.memberships.asked()).isEqualTo(1);
    }

    @Test
    void aMemberThatNobodyKnowsIsRefused() {
        assertRefused(MoneyProblem.MEMBER_NOT_FOUND, () -> house.pay("p1", KIM, 30_000));
        assertThat(outcome("p1")).isEmpty();
    }

    @Test
    void aCauseThatGivesMoneyTakesNone() {
        house.member(KIM, 50_000);
        assertRefused(
                MoneyProblem.CAUSE_NOT_ALLOWED,
                () -> house.decreaseMoney.decrease(new DecreaseMoney.Command(
                        MoneyHouse.PAYMENT,
                        new RequestId("p1"),
                        KIM,
                        won(1),
                        Cause.PAYMENT_CANCELLATION,
                        "x",
                        TopUpRule.NONE)));
    }

    private void assertUnknown(String request) {
        assertThatThrownBy(() -> house.pay(request, KIM, 30_000))
                .isInstanceOfSatisfying(
                        UnknownOutcomeException.class,
                        unknown -> assertThat(unknown.whereToLook())
                                .isEqualTo("/money/com/v1/find/money-changing?operation=decrease/money&requestId="
                                        + request));
    }

    private Optional<Outcome> outcome(String request) {
        return house.findMoneyChangings.outcome(MoneyHouse.PAYMENT, DecreaseMoney.OPERATION, new RequestId(request));
    }

    private List<Charge> topUps(String request) {
        return house.transactions.inTransaction(
                () -> house.charges.ofCommand("service/payment decrease/money " + request));
    }
}
