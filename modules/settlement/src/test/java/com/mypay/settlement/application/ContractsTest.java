package com.mypay.settlement.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.json.Json;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.MessageContract;
import com.mypay.settlement.application.message.FirmbankingResult;
import com.mypay.settlement.application.message.FranchiseChanged;
import com.mypay.settlement.application.message.SlipIssued;
import com.mypay.settlement.domain.CommissionTerms;
import com.mypay.settlement.domain.PayoutStatus;
import com.mypay.settlement.domain.Reserve;
import com.mypay.settlement.domain.SettlementPeriod;
import com.mypay.settlement.domain.SettlementTerms;
import com.mypay.settlement.domain.SlipKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settlement reads the messages that their senders' contracts describe; what it sends is checked by its outbox. */
class ContractsTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    @Test
    void aSlipIsRead() {
        String json = """
                {"slipId": "ID", "kind": "CANCELLATION", "paymentId": "ID", "franchiseId": 2001, "memberId": 1001,
                 "amountWon": 500, "remainingBeforeWon": 999, "commissionBasisPoints": 250,
                 "approvedAt": "2011-12-05T03:00:00.123456Z", "businessDate": "2011-12-05"}""".replace("ID\"", ID + "\"");
        MessageContract.check(SlipIssued.TYPE, json);
        SlipIssued slip = Json.read(json, SlipIssued.class);
        assertThat(slip.kind()).isEqualTo(SlipKind.CANCELLATION);
        assertThat(slip.businessDate()).isEqualTo(LocalDate.of(2011, 12, 5));
        assertThat(slip.toSlip().commission().value()).isEqualTo(-12);
    }

    @Test
    void aFranchisesTermsAreRead() {
        String json = """
                {"memberId": 2001, "name": "노노치킨", "status": "ACTIVE", "businessNumber": "1234567891",
                 "settlementTerms": {"cycle": "WEEKLY", "minimumPayoutWon": 1000, "hold": true},
                 "version": 3, "changedAt": "2011-12-05T03:00:00Z"}""";
        MessageContract.check(FranchiseChanged.TYPE, json);
        FranchiseChanged event = Json.read(json, FranchiseChanged.class);
        assertThat(event.terms().period()).isEqualTo(SettlementPeriod.WEEKLY);
        assertThat(event.terms().hold()).isTrue();
        assertThat(event.terms().payoutDelay()).isZero();
        assertThat(event.terms().reserve()).isEqualTo(Reserve.NONE);
    }

    @Test
    void aFranchisesDelayAndReserveAreRead() {
        String json = """
                {"memberId": 2001, "name": "노노치킨", "status": "ACTIVE", "businessNumber": "1234567891",
                 "settlementTerms": {"cycle": "SEMIMONTHLY", "minimumPayoutWon": 0, "hold": false,
                   "payoutDelayDays": 2, "reserve": {"basisPoints": 500, "days": 30},
                   "commission": {"vatBasisPoints": 1000,
                     "tiers": [{"monthlyVolumeWon": 10000000, "discountBasisPoints": 20}]}},
                 "version": 3, "changedAt": "2011-12-05T03:00:00Z"}""";
        MessageContract.check(FranchiseChanged.TYPE, json);
        FranchiseChanged event = Json.read(json, FranchiseChanged.class);
        assertThat(event.terms())
                .isEqualTo(new SettlementTerms(
                        SettlementPeriod.SEMIMONTHLY,
                        Won.won(0),
                        false,
                        2,
                        new Reserve(BasisPoints.basisPoints(500), 30),
                        new CommissionTerms(
                                BasisPoints.basisPoints(1_000),
                                List.of(new CommissionTerms.Tier(Won.won(10_000_000), BasisPoints.basisPoints(20))))));
    }

    @Test
    void aPayoutsOutcomeIsRead() {
        String json = """
                {"requestId": "payout-ID", "firmbankingId": "ID", "status": "UNKNOWN", "reasonCode": "NO_ANSWER",
                 "amountWon": 975}""".replace("ID\"", ID + "\"");
        MessageContract.check(FirmbankingResult.TYPE, json);
        FirmbankingResult result = Json.read(json, FirmbankingResult.class);
        assertThat(result.payoutStatus()).isEqualTo(PayoutStatus.IN_DOUBT);
        assertThat(result.completedAt()).isNull();
    }
}
