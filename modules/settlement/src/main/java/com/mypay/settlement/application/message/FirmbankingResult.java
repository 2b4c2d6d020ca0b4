package com.mypay.settlement.application.message;

import com.mypay.settlement.domain.PayoutStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code firmbanking-result.v1} of banking. */
public record FirmbankingResult(
        String requestId,
        String firmbankingId,
        Status status,
        @Nullable String reasonCode,
        long amountWon,
        @Nullable Instant completedAt) {

    public static final String TYPE = "firmbanking-result.v1";

    public enum Status {
        COMPLETED,
        REFUSED,
        UNKNOWN
    }

    public PayoutStatus payoutStatus() {
        return switch (status) {
            case COMPLETED -> PayoutStatus.COMPLETED;
            case REFUSED -> PayoutStatus.REFUSED;
            case UNKNOWN -> PayoutStatus.IN_DOUBT;
        };
    }
}
