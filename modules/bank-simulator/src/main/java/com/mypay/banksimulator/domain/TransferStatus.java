package com.mypay.banksimulator.domain;

import java.util.Map;
import java.util.Set;

/** The life of a transfer: {@code IN_PROGRESS → {COMPLETED, REFUSED}}. */
public enum TransferStatus {
    /** Taken in, not yet executed; survives a restart and is executed then. */
    IN_PROGRESS,
    /** The money has moved, once. */
    COMPLETED,
    /** Nothing has moved and nothing will. */
    REFUSED;

    private static final Map<TransferStatus, Set<TransferStatus>> NEXT = Map.of(
            IN_PROGRESS, Set.of(COMPLETED, REFUSED),
            COMPLETED, Set.of(),
            REFUSED, Set.of());

    boolean mayBecome(TransferStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
