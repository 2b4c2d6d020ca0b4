package com.mypay.banking.adapter.in.messaging;

import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.Party;
import com.mypay.banking.domain.PartyKind;
import com.mypay.banking.domain.Purpose;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The message {@value #TYPE}: money, settlement or remittance has real money moved. What isn't of this form is a poison message. */
public record FirmbankingRequested(
        @Nullable String requestId,
        @Nullable String requester,
        @Nullable String replyTo,
        @Nullable PartyBody from,
        @Nullable PartyBody to,
        long amountWon,
        @Nullable String purpose,
        @Nullable String memo) {

    public static final String TYPE = "firmbanking-requested.v1";

    /** As the contract says. */
    private static final long MAX_WON = 10_000_000_000L;

    private static final Set<String> REQUESTERS = Set.of("money", "settlement", "remittance");

    /**
     * @param memberId only of {@code MEMBER}
     * @param payeeAccountId only of {@code PAYEE}
     */
    public record PartyBody(
            @Nullable String kind,
            @Nullable Long memberId,
            @Nullable String payeeAccountId) {

        private Party party() {
            return switch (PartyKind.valueOf(required("kind", kind))) {
                case MEMBER -> Party.member(new MemberId(required("memberId", memberId)));
                case CORPORATE -> Party.corporate();
                case PAYEE -> Party.payee(required("payeeAccountId", payeeAccountId));
                case ACCOUNT -> throw new IllegalArgumentException("account numbers don't travel in messages");
            };
        }
    }

    /** @throws IllegalArgumentException if it isn't of this contract */
    public FirmbankingOrder order() {
        String sender = required("requester", requester);
        String queue = required("replyTo", replyTo);
        if (!REQUESTERS.contains(sender) || !queue.equals(sender + ".firmbanking-results")) {
            throw new IllegalArgumentException("a requester is answered in its own queue");
        }
        if (amountWon <= 0 || amountWon > MAX_WON) {
            throw new IllegalArgumentException("amountWon is from 1 to " + MAX_WON);
        }
        return new FirmbankingOrder(
                sender,
                new RequestId(required("requestId", requestId)),
                queue,
                required("from", from).party(),
                required("to", to).party(),
                Won.won(amountWon),
                Purpose.valueOf(required("purpose", purpose)),
                memo == null ? "" : memo);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
