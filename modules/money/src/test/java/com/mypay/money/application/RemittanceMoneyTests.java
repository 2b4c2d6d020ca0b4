package com.mypay.money.application;

import static com.mypay.framework.value.RequestId.requestId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.money.MoneyHouse;
import com.mypay.money.MoneyHouse.Sent;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.HoldId;
import com.mypay.money.domain.MoneyChanging;
import com.mypay.money.domain.TopUpRule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What remittance commands by message: transfer, hold, capture, release. */
abstract class RemittanceMoneyTests extends MoneyTests {

    private static final String REMITTANCE = "a".repeat(32);
    private static final String OTHER_REMITTANCE = "b".repeat(32);

    @Test
    void aTransferMovesMoneyAndFeeInOneEntry() {
        house.member(KIM, 50_000);
        house.member(LEE, 1_000);

        transfer("t1", KIM, LEE, 30_000, 500);

        assertThat(answers()).containsExactly(done("t1"));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(19_500));
        assertThat(house.balanceOf(LEE)).isEqualTo(won(31_000));
        assertThat(house.findAccounts.balances()).containsEntry(AccountKind.FEE_INCOME, won(500));
        MoneyChanging received = house.findMoneyChangings
                .history(Caller.member(LEE), LEE, null, null, PageRequest.of(null, 1))
                .items()
                .get(0);
        assertThat(received.cause()).isEqualTo(Cause.REMITTANCE);
        assertThat(received.reference()).isEqualTo(REMITTANCE);
        assertThat(received.amount()).isEqualTo(won(30_000));
    }

    @Test
    void theAnswerGoesToRemittanceAndHasTheIdOfTheMessageThatItAnswers() {
        house.member(KIM, 50_000);
        transfer("t1", KIM, LEE, 30_000, 0);
        assertThat(house.sent())
                .singleElement()
                .extracting(Sent::id, Sent::destination, Sent::type)
                .containsExactly("rem-t1-1", "remittance.money-replies", "money-command-answered.v1");
    }

    @Test
    void aCommandThatArrivesAgainIsAnsweredAgainAndHasOneEffect() {
        house.member(KIM, 50_000);
        transfer("t1", KIM, LEE, 30_000, 500);
        arrives("t1", 2, new TransferMoney.Command(KIM, LEE, won(30_000), won(500)));
        arrives("t1", 3, new TransferMoney.Command(KIM, LEE, won(30_000), won(500)));
        assertThat(answers()).containsExactly(done("t1"), done("t1"), done("t1"));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(19_500));
    }

    @Test
    void aTransferThatIsNotCoveredChangesNothing() {
        house.member(KIM, 10_000);
        house.member(LEE, 0);
        transfer("t1", KIM, LEE, 10_000, 500);
        assertThat(answers()).containsExactly(shortBy("t1", 500));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(10_000));
        assertThat(house.balanceOf(LEE)).isEqualTo(won(0));
    }

    @Test
    void aCommandThatWasShortStaysShortAndTheNextOneFindsTheMoneyThatHasComeSince() {
        house.member(KIM, 10_000);
        transfer("t1", KIM, LEE, 10_000, 500);
        house.member(KIM, 20_000);

        arrives("t1", 2, new TransferMoney.Command(KIM, LEE, won(10_000), won(500)));
        transfer("t2", KIM, LEE, 10_000, 500);

        assertThat(answers()).containsExactly(shortBy("t1", 500), shortBy("t1", 500), done("t2"));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(19_500));
    }

    @Test
    void sameRequestIdWithOtherContentIsForPeopleToLookAt() {
        house.member(KIM, 50_000);
        transfer("t1", KIM, LEE, 30_000, 500);
        assertRefused(CommonProblem.REQUEST_ID_REUSED, () -> transfer("t1", KIM, LEE, 30_001, 500));
        assertThat(answers()).hasSize(1);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(19_500));
    }

    @Test
    void nobodySendsMoneyToItself() {
        house.member(KIM, 50_000);
        transfer("t1", KIM, KIM, 1_000, 0);
        assertThat(answers()).containsExactly(refused("t1", MoneyProblem.SAME_MEMBER));
    }

    @Test
    void aPayeeWhoseEventIsStillOnItsWayGetsItsMoney() {
        house.member(KIM, 50_000);
        transfer("t1", KIM, LEE, 30_000, 0);
        assertThat(house.balanceOf(LEE)).isEqualTo(won(30_000));
        house.member(LEE, 0);
        assertThat(house.balanceOf(LEE)).isEqualTo(won(30_000));
        assertThat(house.memberships.asked()).isZero();
    }

    @Test
    void aSenderWhoseEventIsStillOnItsWayIsShort() {
        transfer("t1", KIM, LEE, 30_000, 0);
        hold("h1", 1_000);
        assertThat(answers()).containsExactly(shortBy("t1", 30_000), shortBy("h1", 1_000));
    }

    @Test
    void whatIsHeldCannotBeSpent() {
        house.member(KIM, 50_000);
        hold("h1", 30_500);
        assertThat(house.moneyOf(KIM).balance()).isEqualTo(won(50_000));
        assertThat(house.moneyOf(KIM).held()).isEqualTo(won(30_500));
        transfer("t1", KIM, LEE, 20_000, 0);
        assertThat(answers().get(1)).isEqualTo(shortBy("t1", 500));
        assertRefused(
                MoneyProblem.MONEY_INSUFFICIENT,
                () -> house.decreaseMoney.decrease(MoneyHouse.payment("p1", KIM, 20_000, TopUpRule.NONE)));
    }

    @Test
    void aHoldThatIsNotCoveredIsShort() {
        house.member(KIM, 10_000);
        hold("h1", 30_500);
        assertThat(answers()).containsExactly(shortBy("h1", 20_500));
        assertThat(house.moneyOf(KIM).held()).isEqualTo(won(0));
    }

    @Test
    void aRepeatedHoldIsOne() {
        house.member(KIM, 50_000);
        String first = hold("h1", 30_500);
        house.arrives(
                () -> house.holdMoney.hold(delivery("h1", 2, REMITTANCE), new HoldMoney.Command(KIM, won(30_500))));
        assertThat(answers()).extracting(MoneyCommandAnswered::holdId).containsExactly(first, first);
        assertThat(house.moneyOf(KIM).held()).isEqualTo(won(30_500));
    }

    @Test
    void whatIsCapturedIsGoneAndItsFeeIsEarned() {
        house.member(KIM, 50_000);
        String hold = hold("h1", 30_500);
        Won cash = house.findAccounts.balances().getOrDefault(AccountKind.CORPORATE_CASH, won(0));

        capture("k1", hold, 500);
        arrives("k1", 2, new CaptureMoney.Command(new HoldId(hold), won(500)));

        assertThat(answers().subList(1, 3)).containsExactly(done("k1"), done("k1"));
        assertThat(house.moneyOf(KIM).held()).isEqualTo(won(0));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(19_500));
        assertThat(house.findAccounts.balances())
                .containsEntry(AccountKind.FEE_INCOME, won(500))
                .containsEntry(AccountKind.CORPORATE_CASH, cash.plus(won(30_000)));
    }

    @Test
    void aFeeMayBeNothingAndIsLessThanWhatIsHeld() {
        house.member(KIM, 50_000);
        capture("k1", hold("h1", 1_000), 0);
        String hold = hold("h2", 1_000);
        capture("k2", hold, 1_000);
        capture("k3", hold, 999);
        assertThat(answers())
                .filteredOn(answer -> answer.requestId().startsWith("k"))
                .containsExactly(done("k1"), refused("k2", MoneyProblem.FEE_TOO_LARGE), done("k3"));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(48_000));
        assertThat(house.findAccounts.balances()).containsEntry(AccountKind.FEE_INCOME, won(999));
    }

    @Test
    void whatIsReleasedIsAvailableAgain() {
        house.member(KIM, 50_000);
        String hold = hold("h1", 30_500);
        release("r1", hold);
        arrives("r1", 2, new ReleaseMoney.Command(new HoldId(hold)));
        assertThat(answers().subList(1, 3)).containsExactly(done("r1"), done("r1"));
        assertThat(house.moneyOf(KIM).available()).isEqualTo(won(50_000));
    }

    @Test
    void aHoldEndsOnce() {
        house.member(KIM, 50_000);
        String released = hold("h1", 10_000);
        release("r1", released);
        capture("k1", released, 0);
        String captured = hold("h2", 10_000);
        capture("k2", captured, 0);
        release("r2", captured);
        assertThat(answers())
                .contains(refused("k1", MoneyProblem.HOLD_ENDED), refused("r2", MoneyProblem.HOLD_ENDED))
                .hasSize(6);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(40_000));
    }

    @Test
    void aHoldThatIsNotThereOrAnothersIsNotFound() {
        house.member(KIM, 50_000);
        String hold = hold("h1", 10_000);
        capture("k1", "0".repeat(32), 0);
        release("r1", "0".repeat(32));
        house.arrives(() -> house.captureMoney.capture(
                delivery("k2", 1, OTHER_REMITTANCE), new CaptureMoney.Command(new HoldId(hold), won(0))));
        house.arrives(() -> house.releaseMoney.release(
                delivery("r2", 1, OTHER_REMITTANCE), new ReleaseMoney.Command(new HoldId(hold))));
        assertThat(answers().subList(1, 5))
                .allSatisfy(answer -> assertThat(answer.reasonCode()).isEqualTo("HOLD_NOT_FOUND"));
        assertThat(house.moneyOf(KIM).held()).isEqualTo(won(10_000));
    }

    private void transfer(String request, MemberId from, MemberId to, long amountWon, long feeWon) {
        arrives(request, 1, new TransferMoney.Command(from, to, won(amountWon), won(feeWon)));
    }

    private void arrives(String request, int delivery, TransferMoney.Command command) {
        house.arrives(() -> house.transferMoney.transfer(delivery(request, delivery, REMITTANCE), command));
    }

    /** @return the hold's id, or nothing if it was short */
    private String hold(String request, long amountWon) {
        house.arrives(() ->
                house.holdMoney.hold(delivery(request, 1, REMITTANCE), new HoldMoney.Command(KIM, won(amountWon))));
        List<MoneyCommandAnswered> answers = answers();
        return Objects.requireNonNullElse(answers.get(answers.size() - 1).holdId(), "");
    }

    private void capture(String request, String hold, long feeWon) {
        arrives(request, 1, new CaptureMoney.Command(new HoldId(hold), won(feeWon)));
    }

    private void arrives(String request, int delivery, CaptureMoney.Command command) {
        house.arrives(() -> house.captureMoney.capture(delivery(request, delivery, REMITTANCE), command));
    }

    private void release(String request, String hold) {
        arrives(request, 1, new ReleaseMoney.Command(new HoldId(hold)));
    }

    private void arrives(String request, int delivery, ReleaseMoney.Command command) {
        house.arrives(() -> house.releaseMoney.release(delivery(request, delivery, REMITTANCE), command));
    }

    private static Delivery delivery(String request, int number, String remittance) {
        return new Delivery("rem-" + request + "-" + number, requestId(request), remittance);
    }

    private List<MoneyCommandAnswered> answers() {
        return house.answers();
    }

    private static MoneyCommandAnswered done(String request) {
        return new MoneyCommandAnswered(request, REMITTANCE, "DONE", null, null, null, null);
    }

    private static MoneyCommandAnswered shortBy(String request, long shortageWon) {
        return new MoneyCommandAnswered(request, REMITTANCE, "SHORT", null, shortageWon, null, null);
    }

    private static MoneyCommandAnswered refused(String request, MoneyProblem problem) {
        return new MoneyCommandAnswered(request, REMITTANCE, "REFUSED", problem.name(), null, null, null);
    }
}
