package com.mypay.settlement.domain;

/** A cycle's life. */
public enum CycleStatus {
    /** Its slips are fixed. */
    FROZEN,
    /** Each of them has its line, and the lines add up to what was frozen. */
    SETTLED,
    /** Each franchise is decided or being decided; payouts are on their way. */
    PAYING,
    /** Checked; what is still open is on the work list. */
    CLOSED;

    public boolean mayBecome(CycleStatus next) {
        return switch (this) {
            case FROZEN -> next == SETTLED;
            case SETTLED -> next == PAYING;
            case PAYING -> next == CLOSED;
            case CLOSED -> false;
        };
    }

    /** Whether a cycle in this status has been through another one. */
    public boolean isAtLeast(CycleStatus other) {
        return compareTo(other) >= 0;
    }
}
