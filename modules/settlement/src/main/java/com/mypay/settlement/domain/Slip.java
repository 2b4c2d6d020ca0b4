package com.mypay.settlement.domain;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A slip (전표): one approved payment or one cancellation, with the commission terms that held for the payment.
 *
 * @param amount what was paid, or what was cancelled; positive
 * @param remainingBefore how much of the payment was left before this slip: of a payment its own amount
 * @param commissionRate of the payment, also on its cancellations
 * @param businessDate the day in Seoul on which it was approved
 */
public record Slip(
        SlipId id,
        SlipKind kind,
        PaymentId paymentId,
        MemberId franchiseId,
        MemberId memberId,
        Won amount,
        Won remainingBefore,
        BasisPoints commissionRate,
        Instant approvedAt,
        LocalDate businessDate) {

    public Slip {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a slip's amount is positive, not " + amount);
        }
        if (remainingBefore.isLessThan(amount)) {
            throw new IllegalArgumentException("a slip of " + amount + " where only " + remainingBefore + " is left");
        }
        if (kind == SlipKind.PAYMENT && !remainingBefore.equals(amount)) {
            throw new IllegalArgumentException("all of a payment of " + amount + " is left, not " + remainingBefore);
        }
    }

    /**
     * The commission (결제 수수료) that this slip adds: of a payment its fee, rounded down; of a cancellation, negative,
     * the fee on what was left before less the fee on what is left after. So the commission kept on a payment is always
     * the fee on what is left of it, however it was cancelled: 999 won at 2.5 % is 24 won; after 500 of it were
     * cancelled, 12 are kept and 12 given back; after the other 499, nothing is kept.
     */
    public Won commission() {
        return switch (kind) {
            case PAYMENT -> amount.feeOf(commissionRate);
            case CANCELLATION ->
                remainingBefore.minus(amount).feeOf(commissionRate).minus(remainingBefore.feeOf(commissionRate));
        };
    }

    /** What the franchise gets for it; negative for a cancellation. */
    public Won net() {
        return switch (kind) {
            case PAYMENT -> amount.minus(commission());
            case CANCELLATION -> amount.negated().minus(commission());
        };
    }

    /** The same slip, had another rate held for its payment. */
    public Slip withCommissionRate(BasisPoints rate) {
        return new Slip(
                id, kind, paymentId, franchiseId, memberId, amount, remainingBefore, rate, approvedAt, businessDate);
    }

    public SlipKey key() {
        return new SlipKey(franchiseId, id);
    }
}
