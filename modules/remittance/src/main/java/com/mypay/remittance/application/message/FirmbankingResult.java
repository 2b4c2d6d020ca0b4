package com.mypay.remittance.application.message;

import com.mypay.remittance.domain.Answer;
import com.mypay.remittance.domain.Resolution.Decision;
import java.util.Optional;
import java.util.stream.Stream;
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

    private static final String CORPORATE_ACCOUNT_SHORT = "CORPORATE_ACCOUNT_SHORT";
    private static final String CONTRADICTED = "_CONTRADICTED";

    public enum Status {
        COMPLETED,
        REFUSED,
        UNKNOWN
    }

    public Answer answer() {
        String reason = reasonCode == null ? status.name() : theirReason(reasonCode);
        return switch (status) {
            case COMPLETED -> Answer.done(firmbankingId);
            case REFUSED -> Answer.refused(reason, firmbankingId);
            case UNKNOWN -> Answer.unknown(reason, firmbankingId);
        };
    }

    /** How staff has resolved it, if the bank contradicts that. */
    public Optional<Decision> contradicted() {
        return Stream.of(Decision.values())
                .filter(decision -> status == Status.UNKNOWN && (decision + CONTRADICTED).equals(reasonCode))
                .findFirst();
    }

    /** Here the operator's own account pays: that it is short is no matter of the sender's, and has a code of its own. */
    private static String theirReason(String code) {
        return code.equals("INSUFFICIENT_FUNDS") ? CORPORATE_ACCOUNT_SHORT : code;
    }
}
