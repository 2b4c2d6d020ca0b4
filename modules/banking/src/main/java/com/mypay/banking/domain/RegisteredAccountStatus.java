package com.mypay.banking.domain;

import java.util.Map;
import java.util.Set;

/** The life of a registered bank account: {@code PENDING_VERIFICATION → {VERIFIED, LOCKED, ABANDONED}, VERIFIED → REPLACED}. */
public enum RegisteredAccountStatus {
    /** 1 won with a code is on its way to the account; the member has yet to read the code there. */
    PENDING_VERIFICATION,
    /** Charges come from it, payouts go to it. */
    VERIFIED,
    /** Three wrong codes: it has to be registered anew. */
    LOCKED,
    /** Another registration took its place before it was verified, or the bank refused the 1 won. */
    ABANDONED,
    /** The member has verified another account since. */
    REPLACED;

    private static final Map<RegisteredAccountStatus, Set<RegisteredAccountStatus>> NEXT = Map.of(
            PENDING_VERIFICATION, Set.of(VERIFIED, LOCKED, ABANDONED),
            VERIFIED, Set.of(REPLACED),
            LOCKED, Set.of(),
            ABANDONED, Set.of(),
            REPLACED, Set.of());

    public boolean mayBecome(RegisteredAccountStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
