package com.mypay.remittance.domain;

import java.util.Set;

/** A standing remittance's life: {@code ACTIVE → {ENDED, CANCELLED}}. */
public enum StandingStatus {
    ACTIVE,
    /** The last one is requested. */
    ENDED,
    CANCELLED;

    public Set<StandingStatus> next() {
        return switch (this) {
            case ACTIVE -> Set.of(ENDED, CANCELLED);
            case ENDED, CANCELLED -> Set.of();
        };
    }
}
