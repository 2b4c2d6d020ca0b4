package com.mypay.banking.application;

import com.mypay.banking.domain.Firmbanking;
import com.mypay.framework.messaging.OutgoingMessage;
import org.jspecify.annotations.Nullable;

/**
 * The message {@value #TYPE}: what became of a firmbanking that was requested by message. No account numbers.
 *
 * @param status {@code COMPLETED} and {@code REFUSED} are final, after {@code UNKNOWN} one of them follows
 * @param completedAt ISO-8601, when the bank moved the money
 */
public record FirmbankingResult(
        String requestId,
        String firmbankingId,
        String status,
        @Nullable String reasonCode,
        long amountWon,
        @Nullable String completedAt) {

    public static final String TYPE = "firmbanking-result.v1";

    static OutgoingMessage message(Firmbanking firmbanking, String replyTo) {
        return new OutgoingMessage(
                "fb-" + firmbanking.id() + "-" + firmbanking.status(), replyTo, TYPE, of(firmbanking));
    }

    /** @param id another one, so that the receiver doesn't take it for the first */
    static OutgoingMessage again(Firmbanking firmbanking, String replyTo, String id) {
        return new OutgoingMessage("fb-again-" + id, replyTo, TYPE, of(firmbanking));
    }

    private static FirmbankingResult of(Firmbanking firmbanking) {
        return new FirmbankingResult(
                firmbanking.requestId().value(),
                firmbanking.id(),
                firmbanking.status().name(),
                firmbanking.reasonCode(),
                firmbanking.amount().value(),
                firmbanking.completedAt() == null
                        ? null
                        : firmbanking.completedAt().toString());
    }
}
