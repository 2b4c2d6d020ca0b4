package com.mypay.settlement.application.message;

import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.settlement.domain.Payout;

/** {@code payout-completed.v1} to money, which books it. */
public record PayoutCompleted(String payoutId, String cycleId, long franchiseId, long amountWon) {

    private static final String TYPE = "payout-completed.v1";
    private static final String ADDRESS = "money.ledger-entries";

    public static OutgoingMessage of(Payout payout) {
        var body = new PayoutCompleted(
                payout.id().value(),
                payout.cycleId().value(),
                payout.franchiseId().value(),
                payout.amount().value());
        return new OutgoingMessage("payout-completed-" + payout.id(), ADDRESS, TYPE, body);
    }
}
