package com.mypay.membership.domain;

import java.util.Set;

/** A member's life: {@code ACTIVE → {SUSPENDED, CLOSED}, SUSPENDED → {ACTIVE, CLOSED}}; closed is the end. */
public enum MemberStatus {
    ACTIVE,
    /** By staff: takes part in nothing until resumed. */
    SUSPENDED,
    CLOSED;

    public Set<MemberStatus> next() {
        return switch (this) {
            case ACTIVE -> Set.of(SUSPENDED, CLOSED);
            case SUSPENDED -> Set.of(ACTIVE, CLOSED);
            case CLOSED -> Set.of();
        };
    }

    public boolean mayBecome(MemberStatus status) {
        return next().contains(status);
    }
}
