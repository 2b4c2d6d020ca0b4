package com.mypay.money.application;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.RequestId.requestId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.money.MoneyHouse;
import com.mypay.money.application.CaptureMoney.Captured;
import com.mypay.money.application.HoldMoney.Held;
import com.mypay.money.application.ReleaseMoney.Released;
import com.mypay.money.application.TransferMoney.Transferred;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.HoldId;
import com.mypay.money.domain.MoneyChanging;
import com.mypay.money.domain.TopUpRule;
import org.junit.jupiter.api.Test;

/** What a remittance asks of money: hold, capture, release, transfer. */
abstract class RemittanceMoneyTests extends MoneyTests {

    private static final Caller REMITTANCE = Caller.service("remittance");

    @Test
    void whatIsHeldCannotBeSpent() {
        house.member(KIM, 50_000);
        Held held = hold("h1", 30_500, TopUpRule.NONE);
        assertThat(held.availableWon()).isEqualTo(19_500);
        assertThat(house.moneyOf(KIM).balance()).isEqualTo(won(50_000));
        assertThat(house.moneyOf(KIM).held()).isEqualTo(won(30_500));
        assertRefused(
                MoneyProblem.MONEY_INSUFFICIENT,
                () -> house.decreaseMoney.decrease(MoneyHouse.payment("p1", KIM, 20_000, TopUpRule.NONE)));
    }

    @Test
    void aRepeatedHoldIsOne() {
        house.member(KIM, 50_000);
        Held first = hold("h1", 30_500, TopUpRule.NONE);
        assertThat(hold("h1", 30_500, TopUpRule.NONE)).isEqualTo(first);
        assertThat(house.moneyOf(KIM).held()).isEqualTo(won(30_500));
    }

    @Test
    void aHoldTopsUpByTheRuleOfRemittances() {
        house.member(KIM, 18_200);
        Held held = hold("h1", 30_500, TopUpRule.REMITTANCE);
        assertThat(held.toppedUpWon()).isEqualTo(20_000);
        assertThat(held.availableWon()).isEqualTo(7_700);
    }

    @Test
    void whatIsCapturedIsGoneAndItsFeeIsEarned() {
        house.member(KIM, 50_000);
        Held held = hold("h1", 30_500, TopUpRule.NONE);
        Won cash = house.findAccounts.balances().getOrDefault(AccountKind.CORPORATE_CASH, won(0));
        Captured captured = capture("k1", held.holdId(), 500);
        assertThat(captured).isEqualTo(new Captured(held.holdId(), "1001-2", 19_500));
        assertThat(house.moneyOf(KIM).held()).isEqualTo(won(0));
        assertThat(house.findAccounts.balances())
                .containsEntry(AccountKind.FEE_INCOME, won(500))
                .containsEntry(AccountKind.CORPORATE_CASH, cash.plus(won(30_000)));
        assertThat(capture("k1", held.holdId(), 500)).isEqualTo(captured);
    }

    @Test
    void aFeeMayBeNothingOrEverything() {
        house.member(KIM, 50_000);
        capture("k1", hold("h1", 1_000, TopUpRule.NONE).holdId(), 0);
        capture("k2", hold("h2", 1_000, TopUpRule.NONE).holdId(), 1_000);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(48_000));
        assertThat(house.findAccounts.balances()).containsEntry(AccountKind.FEE_INCOME, won(1_000));
    }

    @Test
    void aFeeIsPartOfWhatIsHeld() {
        house.member(KIM, 50_000);
        Held held = hold("h1", 1_000, TopUpRule.NONE);
        assertRefused(MoneyProblem.FEE_TOO_LARGE, () -> capture("k1", held.holdId(), 1_001));
        assertThat(house.moneyOf(KIM).held()).isEqualTo(won(1_000));
    }

    @Test
    void whatIsReleasedIsAvailableAgain() {
        house.member(KIM, 50_000);
        Held held = hold("h1", 30_500, TopUpRule.NONE);
        assertThat(release("r1", held.holdId())).isEqualTo(new Released(held.holdId(), 50_000));
        assertThat(release("r1", held.holdId())).isEqualTo(new Released(held.holdId(), 50_000));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(50_000));
    }

    @Test
    void aHoldEndsOnce() {
        house.member(KIM, 50_000);
        Held released = hold("h1", 10_000, TopUpRule.NONE);
        release("r1", released.holdId());
        assertRefused(MoneyProblem.HOLD_ENDED, () -> capture("k1", released.holdId(), 0));
        Held captured = hold("h2", 10_000, TopUpRule.NONE);
        capture("k2", captured.holdId(), 0);
        assertRefused(MoneyProblem.HOLD_ENDED, () -> release("r2", captured.holdId()));
    }

    @Test
    void aHoldThatIsNotThereIsNotFound() {
        assertRefused(MoneyProblem.HOLD_NOT_FOUND, () -> capture("k1", "nothing", 0));
        assertRefused(MoneyProblem.HOLD_NOT_FOUND, () -> release("r1", "nothing"));
    }

    @Test
    void aTransferMovesMoneyAndFeeInOneEntry() {
        house.member(KIM, 50_000);
        house.member(LEE, 1_000);
        Transferred transferred = transfer("t1", KIM, LEE, 30_000, 500, TopUpRule.NONE);
        assertThat(transferred).isEqualTo(new Transferred("1001-2", "1002-2", 19_500, 0));
        assertThat(house.balanceOf(LEE)).isEqualTo(won(31_000));
        assertThat(house.findAccounts.balances()).containsEntry(AccountKind.FEE_INCOME, won(500));
        assertThat(transfer("t1", KIM, LEE, 30_000, 500, TopUpRule.NONE)).isEqualTo(transferred);
        MoneyChanging received = house.findMoneyChangings
                .history(Caller.member(LEE), LEE, null, null, PageRequest.of(null, 1))
                .items()
                .get(0);
        assertThat(received.cause()).isEqualTo(Cause.REMITTANCE);
        assertThat(received.reference()).isEqualTo("remittance-t1");
    }

    @Test
    void aTransferBackwardsTopsUpToo() {
        house.member(KIM, 0);
        house.member(LEE, 0);
        assertThat(transfer("t1", LEE, KIM, 12_300, 0, TopUpRule.REMITTANCE))
                .isEqualTo(new Transferred("1002-2", "1001-1", 7_700, 20_000));
    }

    @Test
    void aTransferNeedsTwoMembersThatExist() {
        house.member(KIM, 50_000);
        assertRefused(MoneyProblem.SAME_MEMBER, () -> transfer("t1", KIM, KIM, 1, 0, TopUpRule.NONE));
        assertRefused(MoneyProblem.MEMBER_NOT_FOUND, () -> transfer("t1", KIM, memberId(9), 1, 0, TopUpRule.NONE));
    }

    @Test
    void anIncreaseNeedsACauseThatGivesMoney() {
        house.member(KIM, 0);
        assertRefused(MoneyProblem.CAUSE_NOT_ALLOWED, () -> increase("i1", Cause.PAYMENT));
        assertThat(increase("i1", Cause.PAYMENT_CANCELLATION).balanceWon()).isEqualTo(100);
        assertThat(increase("i1", Cause.PAYMENT_CANCELLATION).balanceWon()).isEqualTo(100);
        assertRefused(CommonProblem.REQUEST_ID_REUSED, () -> increase("i1", Cause.ADJUSTMENT));
    }

    private IncreaseMoney.Increased increase(String request, Cause cause) {
        return house.increaseMoney.increase(
                new IncreaseMoney.Command(REMITTANCE, requestId(request), KIM, won(100), cause, "what-for"));
    }

    private Held hold(String request, long amountWon, TopUpRule topUp) {
        return house.holdMoney.hold(new HoldMoney.Command(
                REMITTANCE, requestId(request), KIM, won(amountWon), "remittance-" + request, topUp));
    }

    private Captured capture(String request, String hold, long feeWon) {
        return house.captureMoney.capture(
                new CaptureMoney.Command(REMITTANCE, requestId(request), new HoldId(hold), won(feeWon)));
    }

    private Released release(String request, String hold) {
        return house.releaseMoney.release(new ReleaseMoney.Command(REMITTANCE, requestId(request), new HoldId(hold)));
    }

    private Transferred transfer(
            String request, MemberId from, MemberId to, long amountWon, long feeWon, TopUpRule topUp) {
        return house.transferMoney.transfer(new TransferMoney.Command(
                REMITTANCE, requestId(request), from, to, won(amountWon), won(feeWon), "remittance-" + request, topUp));
    }
}
