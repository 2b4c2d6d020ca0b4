package com.mypay.money.adapter.in.messaging;

import static com.mypay.framework.value.MemberId.memberId;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.json.Json;
import com.mypay.frameworktest.MessageContract;
import com.mypay.money.adapter.in.messaging.MembershipEventsConsumer.MemberChanged;
import com.mypay.money.application.BookCommission.CycleSettled;
import com.mypay.money.application.BookPayout.PayoutCompleted;
import com.mypay.money.application.TakeFirmbankingResult.FirmbankingResult;
import com.mypay.money.domain.MemberKind;
import com.mypay.money.domain.MemberStatus;
import org.junit.jupiter.api.Test;

/** What money reads is what the senders' contracts say. What it sends is checked where it is sent. */
class ContractsTest {

    @Test
    void newsOfMembers() {
        String json = """
                {"memberId":1001,"kind":"PERSONAL","status":"ACTIVE","name":"김철수","province":"서울특별시",
                 "district":"강남구","version":3,"changedAt":"2011-12-05T03:00:00Z"}""";
        MessageContract.check(MembershipEventsConsumer.MEMBER_REGISTERED, json);
        MessageContract.check(MembershipEventsConsumer.MEMBER_CHANGED, json);
        var news = Json.read(json, MemberChanged.class).news();
        assertThat(news.member()).isEqualTo(memberId(1001));
        assertThat(news.kind()).isEqualTo(MemberKind.PERSONAL);
        assertThat(news.status()).isEqualTo(MemberStatus.ACTIVE);
        assertThat(news.district()).isEqualTo("강남구");
        assertThat(news.eventNo()).isEqualTo(3);
    }

    @Test
    void resultsOfFirmbanking() {
        String json = """
                {"requestId":"charge-1","firmbankingId":"%s","status":"REFUSED","reasonCode":"INSUFFICIENT_FUNDS",
                 "amountWon":20000}""".formatted("f".repeat(32));
        MessageContract.check(FirmbankingResultsConsumer.TYPE, json);
        assertThat(Json.read(json, FirmbankingResult.class))
                .isEqualTo(new FirmbankingResult(
                        "charge-1", "f".repeat(32), "REFUSED", "INSUFFICIENT_FUNDS", 20_000, null));
    }

    @Test
    void settledCycles() {
        String json = """
                {"cycleId":"%s","businessDate":"2011-12-05","commissionWon":2096652,"roundingWon":0}""".formatted("c".repeat(32));
        MessageContract.check(LedgerEntriesConsumer.CYCLE_SETTLED, json);
        assertThat(Json.read(json, CycleSettled.class))
                .isEqualTo(new CycleSettled("c".repeat(32), "2011-12-05", 2_096_652, 0));
    }

    @Test
    void completedPayouts() {
        String json = """
                {"payoutId":"%s","cycleId":"%s","franchiseId":2001,"amountWon":97500}""".formatted("a".repeat(32), "c".repeat(32));
        MessageContract.check(LedgerEntriesConsumer.PAYOUT_COMPLETED, json);
        assertThat(Json.read(json, PayoutCompleted.class))
                .isEqualTo(new PayoutCompleted("a".repeat(32), "c".repeat(32), 2001, 97_500));
    }
}
