package com.mypay.payment.domain;

import java.util.Set;

/**
 * A payment's or a cancellation's life: {@code REQUESTED → {APPROVED, FAILED, IN_DOUBT}, IN_DOUBT → {APPROVED, FAILED}}.
 */
public enum PaymentStatus {
    /** Committed before money was asked. */
    REQUESTED,
    /** Money has moved; the slip is issued. */
    APPROVED,
    /** Money has refused; nothing moved. */
    FAILED,
    /** Money did not answer; it is asked until it does. */
    IN_DOUBT;

    public Set<PaymentStatus> next() {
        return switch (this) {
            case REQUESTED -> Set.of(APPROVED, FAILED, IN_DOUBT);
            case IN_DOUBT -> Set.of(APPROVED, FAILED);
            case APPROVED, FAILED -> Set.of();
        };
    }

    public boolean mayBecome(PaymentStatus status) {
        return next().contains(status);
    }

    /** Money has not decided yet. */
    public boolean isOpen() {
        return !next().isEmpty();
    }
}
