package com.mypay.settlement.domain;

/** A payout's life. */
public enum PayoutStatus {
    /** Asked of banking by a message. */
    REQUESTED,
    /** The bank has paid. */
    COMPLETED,
    /** The bank has refused; the amount is carried over. */
    REFUSED,
    /** The bank's answer is missing; banking goes on asking. Never sent again from here. */
    IN_DOUBT;

    public boolean mayBecome(PayoutStatus next) {
        return switch (this) {
            case REQUESTED -> next != REQUESTED;
            case IN_DOUBT -> next == COMPLETED || next == REFUSED;
            case COMPLETED, REFUSED -> false;
        };
    }

    public boolean isFinal() {
        return this == COMPLETED || this == REFUSED;
    }
}
