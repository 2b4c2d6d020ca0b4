package com.mypay.remittance.application.message;

/**
 * {@code capture-money.v1} to money.
 *
 * @param feeWon what of the hold is the operator's
 */
public record CaptureMoney(String requestId, String remittanceId, String holdId, long feeWon) {

    public static final String TYPE = "capture-money.v1";
}
