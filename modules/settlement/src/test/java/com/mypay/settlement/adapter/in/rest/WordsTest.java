package com.mypay.settlement.adapter.in.rest;

import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Caller;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.adapter.in.rest.Bodies.LineBody;
import com.mypay.settlement.adapter.in.rest.Bodies.SentenceBody;
import com.mypay.settlement.application.message.FirmbankingResult.Status;
import com.mypay.settlement.application.message.FranchiseChanged;
import com.mypay.settlement.application.message.FranchiseChanged.ReserveTerms;
import com.mypay.settlement.application.message.SlipIssued;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.SettlementPeriod;
import com.mypay.settlement.domain.SlipId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A line explains itself with all of its figures. */
class WordsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private final SettlementHouse house = SettlementHouse.on(DATABASE);

    @Test
    void aPaymentSaysItsRateItsRoundingAndItsPayout() {
        SlipIssued slip = house.payment(2001, 999, MONDAY);
        house.settleAndPay(MONDAY);

        LineBody line = explained(slip);

        assertThat(line.followsFromItsSlip()).isTrue();
        assertThat(english(line))
                .startsWith(
                        "The slip of a payment of 999 won, approved at 2011-12-05 12:00:00 in Seoul.",
                        "The commission rate is 2.50 %, from the terms in force when the payment was made; later terms don't change it.",
                        "Commission: 999 × 2.50 % = 24.975 won, rounded down to 24 won so that it is never more than agreed.",
                        "For the franchise: 999 - 24 = 975 won.",
                        "It is settled in the cycle of 2011-12-05 (" + line.cycleId() + ").",
                        "Franchise 2001 in this cycle: 1 payments, 0 cancellations; gross - cancelled - commission = 999 - 0 - 24 = 975 won.")
                .last()
                .asString()
                .startsWith("975 won were paid out (payout ");
        assertThat(korean(line))
                .contains("수수료: 999 × 2.50 % = 24.975원, 약정보다 많지 않도록 버림하여 24원.", "가맹점 정산액: 999 - 24 = 975원.")
                .hasSameSizeAs(english(line));
    }

    @Test
    void aCancellationSaysWhatIsGivenBackAndWhyTheRestWaits() {
        house.terms(2001, SettlementPeriod.DAILY, 100_000, false);
        house.payment(2001, 999, MONDAY);
        SlipIssued slip = house.cancellation(2001, 500, 999, MONDAY);
        house.settleAndPay(MONDAY);

        assertThat(english(explained(slip)))
                .contains(
                        "Commission on what was left before: 999 × 2.50 % = 24.975 won, rounded down to 24 won so that it is never more than agreed.",
                        "Commission on what is left after it: 499 × 2.50 % = 12.475 won, rounded down to 12 won so that it is never more than agreed.",
                        "Commission given back: 24 - 12 = 12 won.",
                        "For the franchise: -500 + 12 = -488 won.",
                        "487 won are carried over to a later cycle, because it is less than the minimum payout; due from 2011-12-06 on.");
    }

    @Test
    void aRefusedPayoutSaysWhyAndTheNextCycleWhatItTookOver() {
        SlipIssued monday = house.payment(2001, 40_000, MONDAY);
        SlipIssued tuesday = house.payment(2001, 10_000, MONDAY.plusDays(1));
        house.closeCycle.close(refused());
        house.settleAndPay(MONDAY.plusDays(1));

        assertThat(english(explained(monday)))
                .contains("Commission: 40,000 × 2.50 % = 1,000 won.")
                .anyMatch(sentence -> sentence.startsWith("The bank has refused to pay 39,000 won (ACCOUNT_CLOSED, "))
                .anyMatch(sentence -> sentence.contains("because the bank has refused it"));
        assertThat(english(explained(tuesday))).contains("With what was carried in: 9,750 + 39,000 = 48,750 won.");
    }

    @Test
    void whatIsPaidLaterAndWhatIsKeptBackSayWhy() {
        house.terms(
                2001,
                new FranchiseChanged.Terms(SettlementPeriod.DAILY, 0, false, 2, new ReserveTerms(1_000, 30), null));
        SlipIssued slip = house.payment(2001, 40_000, MONDAY);
        house.settleAndPay(MONDAY);

        assertThat(english(explained(slip)))
                .contains(
                        "35,100 won are carried over to a later cycle, because it is paid 2 business days after its period; due from 2011-12-07 on.",
                        "3,900 won are carried over to a later cycle, because 10.00 % of what it earns is kept back for 30 days; due from 2012-01-04 on.");
        assertThat(korean(explained(slip)))
                .contains("정산액의 10.00%를 30일간 유보하기로 하여 3,900원이 다음 회차로 이월되었습니다(2012-01-04부터 지급 가능).");
    }

    @Test
    void vatAndTiersSayWhatTheyCome() {
        house.commission(2001, 1_000, new FranchiseChanged.Tier(10_000, 100));
        SlipIssued slip = house.payment(2001, 40_000, MONDAY);
        house.settleAndPay(MONDAY);

        assertThat(english(explained(slip)))
                .contains(
                        "Tiers by monthly volume: with 0 won sold before in this month, 300 won of the commission are given back.",
                        "VAT of 10.00 % on the commission of 700 won, rounded half up: 70 won are taken off.")
                .last()
                .asString()
                .startsWith("39,230 won were paid out");
        assertThat(korean(explained(slip))).contains("수수료 700원의 부가가치세 10.00%: 반올림하여 70원을 뺍니다.");
    }

    private CycleId refused() {
        CycleId cycle = house.settle(MONDAY);
        house.answerAll(Status.REFUSED);
        return cycle;
    }

    @Test
    void aLateSlipSaysThatItCameLate() {
        house.payment(2001, 1_000, MONDAY);
        house.settleAndPay(MONDAY);
        SlipIssued late = house.payment(2001, 2_000, MONDAY);
        house.settleAndPay(MONDAY.plusDays(1));

        assertThat(english(explained(late)))
                .anyMatch(
                        sentence -> sentence.startsWith(
                                "It came after the slips of 2011-12-05 had been fixed, and is settled in the cycle of 2011-12-06"));
    }

    @Test
    void aChangedLineDoesNotPretendToFollowFromItsSlip() {
        SlipIssued slip = house.payment(2001, 100_000, MONDAY);
        house.settleAndPay(MONDAY);
        new Jdbc(DATABASE.ownerDataSource()).update("UPDATE SETTLEMENT_LINE SET NET_WON = NET_WON + 1");

        assertThat(explained(slip).followsFromItsSlip()).isFalse();
        assertThat(english(explained(slip)))
                .contains("Beware: by its slip it should be 100,000 won, a commission of 2,500 won and 97,500 won net."
                        + " Somebody has changed the slip or the line.");
    }

    private LineBody explained(SlipIssued slip) {
        return LineBody.of(house.explainLine.explain(Caller.staff("kim", "operator"), new SlipId(slip.slipId())));
    }

    private static List<String> english(LineBody line) {
        return Objects.requireNonNull(line.explanation()).stream()
                .map(SentenceBody::english)
                .toList();
    }

    private static List<String> korean(LineBody line) {
        return Objects.requireNonNull(line.explanation()).stream()
                .map(SentenceBody::korean)
                .toList();
    }
}
