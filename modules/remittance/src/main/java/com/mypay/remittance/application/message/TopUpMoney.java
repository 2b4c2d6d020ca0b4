package com.mypay.remittance.application.message;

/** {@code top-up-money.v1} to money. */
public record TopUpMoney(String requestId, String remittanceId, long memberId, long shortageWon) {

    public static final String TYPE = "top-up-money.v1";
}
