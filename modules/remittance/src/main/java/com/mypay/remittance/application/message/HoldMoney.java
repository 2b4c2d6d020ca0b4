package com.mypay.remittance.application.message;

/**
 * {@code hold-money.v1} to money.
 *
 * @param amountWon amount and fee
 */
public record HoldMoney(String requestId, String remittanceId, long memberId, long amountWon) {

    public static final String TYPE = "hold-money.v1";
}
