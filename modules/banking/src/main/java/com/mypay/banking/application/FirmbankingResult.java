package com.mypay.banking.application;

import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
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

    /** Of {@code UNKNOWN}: staff has resolved it as {@code COMPLETED} or {@code REFUSED}, and the bank contradicts. */
    public static final String CONTRADICTED = "_CONTRADICTED";

    static OutgoingMessage message(Firmbanking firmbanking, String replyTo) {
        return new OutgoingMessage(
                "fb-" + firmbanking.id() + "-" + firmbanking.status(), replyTo, TYPE, of(firmbanking));
    }

    /** @param id another one, so that the receiver doesn't take it for the first */
    static OutgoingMessage again(Firmbanking firmbanking, String replyTo, String id) {
        return new OutgoingMessage("fb-again-" + id, replyTo, TYPE, of(firmbanking));
    }

    /** @param id names the message: it may happen to one firmbanking more than once */
    static OutgoingMessage contradicted(
            Firmbanking firmbanking, FirmbankingStatus decision, String replyTo, String id) {
        return new OutgoingMessage("fb-contradicted-" + id, replyTo, TYPE, of(firmbanking, decision + CONTRADICTED));
    }

    private static FirmbankingResult of(Firmbanking firmbanking) {
        return of(firmbanking, firmbanking.reasonCode());
    }

    private static FirmbankingResult of(Firmbanking firmbanking, @Nullable String reasonCode) {
        return new FirmbankingResult(
                firmbanking.requestId().value(),
                firmbanking.id(),
                firmbanking.status().name(),
                reasonCode,
                firmbanking.amount().value(),
                firmbanking.completedAt() == null
                        ? null
                        : firmbanking.completedAt().toString());
    }
}
