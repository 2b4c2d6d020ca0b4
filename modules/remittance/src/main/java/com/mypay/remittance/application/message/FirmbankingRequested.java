package com.mypay.remittance.application.message;

import org.jspecify.annotations.Nullable;

/** {@code firmbanking-requested.v1} to banking. */
public record FirmbankingRequested(
        String requestId,
        String requester,
        String replyTo,
        Party from,
        Party to,
        long amountWon,
        String purpose,
        String memo) {

    public static final String TYPE = "firmbanking-requested.v1";

    /** @param payeeAccountId of kind PAYEE only */
    public record Party(String kind, @Nullable String payeeAccountId) {}
}
