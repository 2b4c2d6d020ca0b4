package com.mypay.remittance.application.message;

import com.mypay.remittance.domain.Answer;
import org.jspecify.annotations.Nullable;

/** {@code firmbanking-result.v1} of banking. */
public record FirmbankingResult(
        String requestId,
        String firmbankingId,
        Status status,
        @Nullable String reasonCode,
        long amountWon,
        @Nullable String completedAt) {

    public static final String TYPE = "firmbanking-result.v1";

    public enum Status {
        COMPLETED,
        REFUSED,
        UNKNOWN
    }

    public Answer answer() {
        String reason = reasonCode == null ? status.name() : reasonCode;
        return switch (status) {
            case COMPLETED -> Answer.done(firmbankingId);
            case REFUSED -> Answer.refused(reason, firmbankingId);
            case UNKNOWN -> Answer.unknown(reason, firmbankingId);
        };
    }
}
