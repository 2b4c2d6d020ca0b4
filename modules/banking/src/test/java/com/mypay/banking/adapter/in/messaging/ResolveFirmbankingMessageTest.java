package com.mypay.banking.adapter.in.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.banking.application.ResolveFirmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.Resolution;
import com.mypay.framework.json.Json;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.MessageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolveFirmbankingMessageTest {

    private static final String RESOLVE = "{\"requestId\":\"r-FIRMBANKING-1\",\"requester\":\"remittance\","
            + "\"decision\":\"COMPLETED\",\"resolvedBy\":\"staff/kim\",\"approvedBy\":\"staff/lee\","
            + "\"reason\":\"은행에 전화로 확인\"}";

    @Test
    void messageOfTheContractIsACommand() {
        MessageContract.check(ResolveFirmbankingMessage.TYPE, RESOLVE);

        assertThat(command(RESOLVE))
                .isEqualTo(new ResolveFirmbanking.Command(
                        "remittance",
                        new RequestId("r-FIRMBANKING-1"),
                        new Resolution(FirmbankingStatus.COMPLETED, "staff/kim", "staff/lee", "은행에 전화로 확인")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"requestId\":\"r-FIRMBANKING-1\", | ",
                "r-FIRMBANKING-1 | not an id",
                "\"remittance\" | \"settlement\"",
                "\"COMPLETED\" | \"UNKNOWN\"",
                "\"COMPLETED\" | \"PERHAPS\"",
                "staff/lee | staff/kim",
                "\"resolvedBy\":\"staff/kim\", | ",
                ",\"reason\":\"은행에 전화로 확인\" | "
            })
    void anythingElseIsAPoisonMessage(String what, String instead) {
        String poison = RESOLVE.replace(what, instead == null ? "" : instead);

        assertThatThrownBy(() -> command(poison)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ResolveFirmbanking.Command command(String json) {
        return Json.read(json, ResolveFirmbankingMessage.class).command();
    }
}
