package com.mypay.remittance.application.message;

/** {@code release-money.v1} to money. */
public record ReleaseMoney(String requestId, String remittanceId, String holdId) {

    public static final String TYPE = "release-money.v1";
}
