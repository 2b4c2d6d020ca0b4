package com.mypay.remittance.adapter.in.messaging;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.json.Json;
import com.mypay.frameworktest.MessageContract;
import com.mypay.remittance.adapter.in.messaging.MembershipEventsConsumer.MemberEvent;
import com.mypay.remittance.application.message.FirmbankingResult;
import com.mypay.remittance.application.message.MoneyCommandAnswered;
import com.mypay.remittance.domain.Answer;
import com.mypay.remittance.domain.Partner;
import com.mypay.remittance.domain.PartnerKind;
import com.mypay.remittance.domain.PartnerStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What remittance reads is what the senders' contracts say. What it sends is checked where it is sent. */
class ContractsTest {

    private static final String ID = "a".repeat(32);

    @ParameterizedTest
    @ValueSource(strings = {"member-registered.v1", "member-changed.v1"})
    void newsOfMembers(String type) {
        String json = """
                {"memberId":1001,"kind":"PERSONAL","status":"SUSPENDED","name":"김철수","province":"서울특별시",
                 "district":"강남구","version":3,"changedAt":"2011-12-05T03:00:00Z"}""";
        MessageContract.check(type, json);
        assertThat(Json.read(json, MemberEvent.class).partner())
                .isEqualTo(new Partner(memberId(1001), PartnerKind.PERSONAL, PartnerStatus.SUSPENDED, 3));
    }

    @Test
    void moneysAnswers() {
        assertThat(money("\"outcome\":\"DONE\"")).isEqualTo(Answer.done(null));
        assertThat(money("\"outcome\":\"DONE\",\"holdId\":\"" + ID + "\"")).isEqualTo(Answer.done(ID));
        assertThat(money("\"outcome\":\"DONE\",\"toppedUpWon\":10000")).isEqualTo(Answer.toppedUp(won(10_000)));
        assertThat(money("\"outcome\":\"SHORT\",\"shortageWon\":7000")).isEqualTo(Answer.shortBy(won(7_000)));
        assertThat(money("\"outcome\":\"REFUSED\",\"reasonCode\":\"MEMBER_NOT_FOUND\""))
                .isEqualTo(Answer.refused("MEMBER_NOT_FOUND", null));
    }

    private static Answer money(String rest) {
        String json = "{\"requestId\":\"" + ID + "-HOLD-1\",\"remittanceId\":\"" + ID + "\"," + rest + "}";
        MessageContract.check(MoneyCommandAnswered.TYPE, json);
        return Json.read(json, MoneyCommandAnswered.class).answer();
    }

    @Test
    void bankingsAnswers() {
        assertThat(banking("\"status\":\"COMPLETED\",\"completedAt\":\"2011-12-05T03:00:00Z\""))
                .isEqualTo(Answer.done(ID));
        assertThat(banking("\"status\":\"REFUSED\",\"reasonCode\":\"ACCOUNT_CLOSED\""))
                .isEqualTo(Answer.refused("ACCOUNT_CLOSED", ID));
        assertThat(banking("\"status\":\"UNKNOWN\",\"reasonCode\":\"TIMED_OUT\""))
                .isEqualTo(Answer.unknown("TIMED_OUT", ID));
    }

    private static Answer banking(String rest) {
        String json = "{\"requestId\":\"" + ID + "-FIRMBANKING-1\",\"firmbankingId\":\"" + ID
                + "\",\"amountWon\":30000," + rest + "}";
        MessageContract.check(FirmbankingResult.TYPE, json);
        return Json.read(json, FirmbankingResult.class).answer();
    }
}
