package com.mypay.remittance.domain;

import java.util.Set;

/**
 * A remittance's life. To a member: {@code REQUESTED → PREPARING → {SUCCEEDED, FAILED, CANCELLED}}; to an account:
 * {@code REQUESTED → PREPARING → HELD → SENT → {SUCCEEDED, FAILED, IN_DOUBT}, IN_DOUBT → {SUCCEEDED, FAILED}}.
 */
public enum RemittanceStatus {
    /** Accepted; waits until the sender's one before has its money. */
    REQUESTED,
    /** Money is asked to move it, to hold it, or to top up first. */
    PREPARING,
    /** Amount and fee are set aside; nothing has left the house. */
    HELD,
    /** The bank is told to pay. */
    SENT,
    /** The bank's answer isn't known; the hold stays, the bank is asked until it is. */
    IN_DOUBT,
    /** The payee has the money. */
    SUCCEEDED,
    /** The sender has the money. */
    FAILED,
    /** The sender has the money, because he wanted so. */
    CANCELLED;

    public Set<RemittanceStatus> next() {
        return switch (this) {
            case REQUESTED -> Set.of(PREPARING, FAILED, CANCELLED);
            case PREPARING -> Set.of(HELD, SUCCEEDED, FAILED, CANCELLED);
            case HELD -> Set.of(SENT, CANCELLED);
            case SENT -> Set.of(IN_DOUBT, SUCCEEDED, FAILED);
            case IN_DOUBT -> Set.of(SUCCEEDED, FAILED);
            case SUCCEEDED, FAILED, CANCELLED -> Set.of();
        };
    }

    public boolean mayBecome(RemittanceStatus status) {
        return next().contains(status);
    }

    public boolean isOpen() {
        return !next().isEmpty();
    }
}
