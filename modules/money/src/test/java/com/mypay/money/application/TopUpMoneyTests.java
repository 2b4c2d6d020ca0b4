package com.mypay.money.application;

import static com.mypay.framework.value.RequestId.requestId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.money.MoneyHouse.Sent;
import com.mypay.money.application.TakeFirmbankingResult.FirmbankingResult;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.ChargeStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a member is short of for a remittance comes from its account, by message; remittance hears how it ended. */
abstract class TopUpMoneyTests extends MoneyTests {

    private static final String REMITTANCE = "a".repeat(32);
    private static final String FIRMBANKING = "f".repeat(32);
    private static final MoneyCommandAnswered TOPPED_UP =
            new MoneyCommandAnswered("u1", REMITTANCE, "DONE", null, null, null, 20_000L);

    @Test
    void theShortageRoundedUpIsAskedForByMessage() {
        house.member(KIM, 0);
        topUp(1, 12_300);

        FirmbankingRequested asked = house.bodies(FirmbankingRequested.TYPE, FirmbankingRequested.class)
                .get(0);
        assertThat(asked)
                .isEqualTo(new FirmbankingRequested(
                        charge().requestId(),
                        "money",
                        "money.firmbanking-results",
                        new FirmbankingRequested.Party("MEMBER", 1001L),
                        new FirmbankingRequested.Party("CORPORATE", null),
                        20_000,
                        "TOP_UP",
                        "MyPay top-up"));
        assertThat(house.sent()).extracting(Sent::destination).containsExactly("banking.firmbanking-requests");
        assertThat(house.banking.calls()).isEmpty();
        assertThat(house.answers()).isEmpty();
    }

    @Test
    void itIsAnsweredWhenTheMoneyHasCome() {
        house.member(KIM, 5_000);
        topUp(1, 12_300);
        bankingSays("COMPLETED", null);
        assertThat(house.answers()).containsExactly(TOPPED_UP);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(25_000));
    }

    @Test
    void aCommandThatArrivesAgainIsOneChargeAndIsAnsweredOnceItHasEnded() {
        house.member(KIM, 0);
        topUp(1, 12_300);
        topUp(2, 12_300);
        assertThat(house.answers()).isEmpty();
        bankingSays("COMPLETED", null);
        assertThat(house.answers()).hasSize(1);

        topUp(3, 12_300);

        assertThat(house.answers()).containsExactly(TOPPED_UP, TOPPED_UP);
        assertThat(house.bodies(FirmbankingRequested.TYPE, FirmbankingRequested.class))
                .hasSize(1);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
    }

    @Test
    void whatTheBankRefusesIsRefusedWithItsReason() {
        house.member(KIM, 0);
        topUp(1, 12_300);
        bankingSays("REFUSED", "INSUFFICIENT_FUNDS");
        topUp(2, 12_300);
        assertThat(house.answers()).containsExactly(refused("INSUFFICIENT_FUNDS"), refused("INSUFFICIENT_FUNDS"));
    }

    @Test
    void aMemberWithoutALinkedAccountIsRefusedInMoneysWords() {
        house.member(KIM, 0);
        topUp(1, 12_300);
        bankingSays("REFUSED", "NO_VERIFIED_ACCOUNT");
        assertThat(house.answers()).containsExactly(refused(MoneyProblem.NO_LINKED_ACCOUNT.name()));
    }

    @Test
    void whileNobodyKnowsRemittanceWaits() {
        house.member(KIM, 0);
        topUp(1, 12_300);
        bankingSays("UNKNOWN", "NO_ANSWER");
        topUp(2, 12_300);
        assertThat(house.answers()).isEmpty();
        bankingSays("COMPLETED", null);
        bankingSays("COMPLETED", null);
        assertThat(house.answers()).containsExactly(TOPPED_UP);
    }

    @Test
    void whatIsLearntByAskingBankingIsAnsweredToo() {
        house.member(KIM, 0);
        topUp(1, 12_300);
        house.banking.topUp(charge().requestId(), KIM, won(20_000));
        house.clock.advance(Duration.ofMinutes(11));

        assertThat(house.askOpenCharges.ask()).isEqualTo(1);

        assertThat(house.answers()).containsExactly(TOPPED_UP);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
    }

    @Test
    void whatBankingHasNotReceivedYetMayStillLieInItsQueue() {
        house.member(KIM, 0);
        topUp(1, 12_300);
        house.clock.advance(Duration.ofHours(2));
        assertThat(house.askOpenCharges.ask()).isZero();
        assertThat(charge().status()).isEqualTo(ChargeStatus.REQUESTED);
        assertThat(house.answers()).isEmpty();
    }

    @Test
    void moneyThatComesAfterARefusalIsTheMembersAndTheAnswerStays() {
        house.member(KIM, 0);
        topUp(1, 12_300);
        bankingSays("REFUSED", "NOT_RECEIVED");

        bankingSays("COMPLETED", null);
        topUp(2, 12_300);

        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
        assertThat(house.answers()).containsExactly(refused("NOT_RECEIVED"), refused("NOT_RECEIVED"));
    }

    @Test
    void sameRequestIdWithAnotherShortageIsForPeopleToLookAt() {
        house.member(KIM, 0);
        topUp(1, 12_300);
        assertRefused(CommonProblem.REQUEST_ID_REUSED, () -> topUp(2, 12_301));
    }

    @Test
    void aMemberWhoseEventIsStillOnItsWayIsToppedUp() {
        topUp(1, 12_300);
        bankingSays("COMPLETED", null);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(20_000));
    }

    private void topUp(int delivery, long shortageWon) {
        house.arrives(() -> house.topUpMoney.topUp(
                new Delivery("rem-u1-" + delivery, requestId("u1"), REMITTANCE),
                new TopUpMoney.Command(KIM, won(shortageWon))));
    }

    private Charge charge() {
        String requestId = house.bodies(FirmbankingRequested.TYPE, FirmbankingRequested.class)
                .get(0)
                .requestId();
        ChargeId id = Charge.idIn(requestId);
        return house.transactions.inTransaction(() -> house.charges.find(id)).orElseThrow();
    }

    private void bankingSays(String status, @Nullable String reason) {
        FirmbankingResult result =
                new FirmbankingResult(charge().requestId(), FIRMBANKING, status, reason, 20_000, null);
        house.transactions.inTransaction(() -> house.takeFirmbankingResult.take(result));
    }

    private static MoneyCommandAnswered refused(String reason) {
        return new MoneyCommandAnswered("u1", REMITTANCE, "REFUSED", reason, null, null, null);
    }
}
