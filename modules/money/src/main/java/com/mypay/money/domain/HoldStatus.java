package com.mypay.money.domain;

import java.util.Set;

/** A hold's life: {@code HELD → {CAPTURED, RELEASED}}. */
public enum HoldStatus {
    HELD,
    /** The money has left the balance. */
    CAPTURED,
    /** The money is available again. */
    RELEASED;

    /** What may come next; empty at the end. */
    public Set<HoldStatus> next() {
        return this == HELD ? Set.of(CAPTURED, RELEASED) : Set.of();
    }
}
