package com.mypay.banking.adapter.in.messaging;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.Party;
import com.mypay.banking.domain.Purpose;
import com.mypay.framework.json.Json;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.MessageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmbankingRequestedTest {

    private static final String PAYOUT = "{\"requestId\":\"payout-1\",\"requester\":\"settlement\","
            + "\"replyTo\":\"settlement.firmbanking-results\",\"from\":{\"kind\":\"CORPORATE\"},"
            + "\"to\":{\"kind\":\"MEMBER\",\"memberId\":2001},\"amountWon\":70000,\"purpose\":\"PAYOUT\","
            + "\"memo\":\"정산\"}";

    private static final String REMITTANCE = "{\"requestId\":\"r-FIRMBANKING-1\",\"requester\":\"remittance\","
            + "\"replyTo\":\"remittance.firmbanking-results\",\"from\":{\"kind\":\"CORPORATE\"},"
            + "\"to\":{\"kind\":\"PAYEE\",\"payeeAccountId\":\"" + "c".repeat(32) + "\"},\"amountWon\":30000,"
            + "\"purpose\":\"REMITTANCE\"}";

    @Test
    void messageOfTheContractIsAnOrder() {
        MessageContract.check(FirmbankingRequested.TYPE, PAYOUT);

        assertThat(order(PAYOUT))
                .isEqualTo(new FirmbankingOrder(
                        "settlement",
                        new RequestId("payout-1"),
                        "settlement.firmbanking-results",
                        Party.corporate(),
                        Party.member(MemberId.memberId(2001)),
                        won(70_000),
                        Purpose.PAYOUT,
                        "정산"));
    }

    @Test
    void remittanceToAPayeeIsAnOrder() {
        MessageContract.check(FirmbankingRequested.TYPE, REMITTANCE);

        assertThat(order(REMITTANCE))
                .isEqualTo(new FirmbankingOrder(
                        "remittance",
                        new RequestId("r-FIRMBANKING-1"),
                        "remittance.firmbanking-results",
                        Party.corporate(),
                        Party.payee("c".repeat(32)),
                        won(30_000),
                        Purpose.REMITTANCE,
                        ""));
        assertThatThrownBy(() -> order(REMITTANCE.replace(",\"payeeAccountId\":\"" + "c".repeat(32) + "\"", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"requestId\":\"payout-1\", | ",
                "payout-1 | not an id",
                "\"settlement\" | \"payment\"",
                "\"settlement\" | \"money\"",
                "settlement.firmbanking-results | membership.events",
                "\"amountWon\":70000 | \"amountWon\":0",
                "\"amountWon\":70000 | \"amountWon\":-5",
                "\"PAYOUT\" | \"GIFT\"",
                "\"memberId\":2001 | \"memberId\":null",
                "\"memberId\":2001 | \"memberId\":0",
                "\"MEMBER\" | \"ACCOUNT\"",
                "\"from\":{\"kind\":\"CORPORATE\"}, | "
            })
    void anythingElseIsAPoisonMessage(String what, String instead) {
        String poison = PAYOUT.replace(what, instead == null ? "" : instead);

        assertThatThrownBy(() -> order(poison)).isInstanceOf(IllegalArgumentException.class);
    }

    private static FirmbankingOrder order(String json) {
        return Json.read(json, FirmbankingRequested.class).order();
    }
}
