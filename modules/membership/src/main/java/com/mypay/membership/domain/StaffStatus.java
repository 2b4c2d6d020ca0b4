package com.mypay.membership.domain;

/** An employee's life: {@code ACTIVE → CLOSED}; who has left comes back under another login. */
public enum StaffStatus {
    ACTIVE,
    /** Has left: may do nothing any more. */
    CLOSED;

    public boolean mayBecome(StaffStatus next) {
        return this == ACTIVE && next == CLOSED;
    }
}
