package com.mypay.remittance.application.message;

/**
 * {@code transfer-money.v1} to money.
 *
 * @param amountWon what the payee gets
 * @param feeWon what the sender pays on top
 */
public record TransferMoney(
        String requestId, String remittanceId, long fromMemberId, long toMemberId, long amountWon, long feeWon) {

    public static final String TYPE = "transfer-money.v1";
}
