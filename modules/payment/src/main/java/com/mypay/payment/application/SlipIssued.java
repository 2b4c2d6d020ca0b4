package com.mypay.payment.application;

import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.payment.domain.Slip;

/**
 * Contract {@code slip-issued.v1}: a payment was approved, or cancelled in full or in part.
 *
 * @param amountWon positive, also of a cancellation
 * @param remainingBeforeWon of the payment, before this slip; of a payment its amount
 */
public record SlipIssued(
        String slipId,
        String kind,
        String paymentId,
        long franchiseId,
        long memberId,
        long amountWon,
        long remainingBeforeWon,
        int commissionBasisPoints,
        String approvedAt,
        String businessDate) {

    static final String DESTINATION = "payment.slips";
    static final String TYPE = "slip-issued.v1";

    static OutgoingMessage messageOf(Slip slip) {
        return new OutgoingMessage("slip-" + slip.id(), DESTINATION, TYPE, of(slip));
    }

    private static SlipIssued of(Slip slip) {
        return new SlipIssued(
                slip.id(),
                slip.kind().name(),
                slip.paymentId().value(),
                slip.franchiseId().value(),
                slip.memberId().value(),
                slip.amount().value(),
                slip.remainingBefore().value(),
                slip.commission().value(),
                slip.approvedAt().toString(),
                slip.businessDate().toString());
    }
}
