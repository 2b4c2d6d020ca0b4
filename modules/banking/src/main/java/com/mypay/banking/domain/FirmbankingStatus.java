package com.mypay.banking.domain;

import java.util.Map;
import java.util.Set;

/**
 * The life of a firmbanking: {@code REQUESTED → SENT → {COMPLETED, REFUSED, UNKNOWN}, UNKNOWN → {COMPLETED, REFUSED}}; one
 * that was ordered by message may begin as {@code WAITING → {SENT, REFUSED}}.
 */
public enum FirmbankingStatus {
    /** Written down; sent when its bank's maintenance is over, or its turn has come. */
    WAITING,
    /** Written down; the bank has certainly not been called yet. */
    REQUESTED,
    /** Whoever made this step, and nobody else, is calling the bank now. */
    SENT,
    /** The bank has moved the money. */
    COMPLETED,
    /** Nothing has moved and nothing will. */
    REFUSED,
    /** It may have moved: the bank is asked until it is known. */
    UNKNOWN;

    private static final Map<FirmbankingStatus, Set<FirmbankingStatus>> NEXT = Map.of(
            WAITING, Set.of(SENT, REFUSED),
            REQUESTED, Set.of(SENT),
            SENT, Set.of(COMPLETED, REFUSED, UNKNOWN),
            UNKNOWN, Set.of(COMPLETED, REFUSED),
            COMPLETED, Set.of(),
            REFUSED, Set.of());

    public boolean mayBecome(FirmbankingStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    public boolean isFinal() {
        return NEXT.getOrDefault(this, Set.of()).isEmpty();
    }
}
