package com.mypay.banking.adapter.in.messaging;

import com.mypay.banking.application.ResolveFirmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.Resolution;
import com.mypay.framework.value.RequestId;
import org.jspecify.annotations.Nullable;

/** The message {@value #TYPE}: staff has found out what the bank did. What isn't of this form is a poison message. */
public record ResolveFirmbankingMessage(
        @Nullable String requestId,
        @Nullable String requester,
        @Nullable String decision,
        @Nullable String resolvedBy,
        @Nullable String approvedBy,
        @Nullable String reason) {

    public static final String TYPE = "resolve-firmbanking.v1";

    /** Who keeps a work list of what it is in doubt about, and has it resolved by two persons. */
    private static final String REQUESTER = "remittance";

    /** @throws IllegalArgumentException if it isn't of this contract */
    public ResolveFirmbanking.Command command() {
        if (!REQUESTER.equals(requester)) {
            throw new IllegalArgumentException("only what remittance has requested is resolved by message");
        }
        return new ResolveFirmbanking.Command(
                REQUESTER,
                new RequestId(required("requestId", requestId)),
                new Resolution(
                        FirmbankingStatus.valueOf(required("decision", decision)),
                        required("resolvedBy", resolvedBy),
                        required("approvedBy", approvedBy),
                        required("reason", reason)));
    }

    private static String required(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
