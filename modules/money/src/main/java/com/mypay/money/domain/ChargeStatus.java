package com.mypay.money.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A charge's life: {@code REQUESTED → {COMPLETED, FAILED, IN_DOUBT}, IN_DOUBT → {COMPLETED, FAILED}}. */
public enum ChargeStatus {
    /** On its way to the bank, or there. */
    REQUESTED,
    /** The cash has come in and the balance has grown. */
    COMPLETED,
    /** Nothing was moved. */
    FAILED,
    /** The bank hasn't said whether it was moved; it is asked until it has. */
    IN_DOUBT;

    private static final Map<ChargeStatus, Set<ChargeStatus>> NEXT = new EnumMap<>(Map.of(
            REQUESTED, EnumSet.of(COMPLETED, FAILED, IN_DOUBT),
            IN_DOUBT, EnumSet.of(COMPLETED, FAILED),
            COMPLETED, EnumSet.noneOf(ChargeStatus.class),
            FAILED, EnumSet.noneOf(ChargeStatus.class)));

    /** What may come next; empty at the end. */
    public Set<ChargeStatus> next() {
        return Set.copyOf(NEXT.getOrDefault(this, Set.of()));
    }

    public boolean isOpen() {
        return !next().isEmpty();
    }
}
