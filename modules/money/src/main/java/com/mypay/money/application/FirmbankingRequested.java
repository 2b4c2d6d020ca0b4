package com.mypay.money.application;

import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeKind;
import org.jspecify.annotations.Nullable;

/** The message {@value #TYPE} to banking: take a charge's money from the member's linked account. */
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
    private static final String DESTINATION = "banking.firmbanking-requests";

    /** One side of a firmbanking. A {@code null} is not written. */
    public record Party(String kind, @Nullable Long memberId) {}

    static OutgoingMessage message(Charge charge) {
        boolean topUp = charge.kind() == ChargeKind.TOP_UP;
        FirmbankingRequested body = new FirmbankingRequested(
                charge.requestId(),
                "money",
                "money.firmbanking-results",
                new Party("MEMBER", charge.member().value()),
                new Party("CORPORATE", null),
                charge.amount().value(),
                charge.kind().name(),
                topUp ? "MyPay top-up" : "MyPay charge");
        return new OutgoingMessage(charge.requestId(), DESTINATION, TYPE, body);
    }
}
