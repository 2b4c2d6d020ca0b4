package com.mypay.remittance.application.message;

/**
 * {@code resolve-firmbanking.v1} to banking.
 *
 * @param requestId of the firmbanking
 * @param decision {@code COMPLETED} or {@code REFUSED}
 */
public record ResolveFirmbanking(
        String requestId, String requester, String decision, String resolvedBy, String approvedBy, String reason) {

    public static final String TYPE = "resolve-firmbanking.v1";
}
