package com.mypay.settlement.application.message;

import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.settlement.domain.Payout;
import java.time.LocalDate;
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

    private static final String TYPE = "firmbanking-requested.v1";
    private static final String ADDRESS = "banking.firmbanking-requests";

    /** @param memberId of kind MEMBER only */
    public record Party(String kind, @Nullable Long memberId) {}

    /** @param businessDate for the memo on the franchise's account statement */
    public static OutgoingMessage of(Payout payout, LocalDate businessDate) {
        var body = new FirmbankingRequested(
                payout.requestId(),
                "settlement",
                "settlement.firmbanking-results",
                new Party("CORPORATE", null),
                new Party("MEMBER", payout.franchiseId().value()),
                payout.amount().value(),
                "PAYOUT",
                "MyPay " + businessDate);
        return new OutgoingMessage(payout.requestId(), ADDRESS, TYPE, body);
    }
}
