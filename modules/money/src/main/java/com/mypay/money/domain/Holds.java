package com.mypay.money.domain;

import java.util.Optional;

/** All holds, with their histories. */
public interface Holds {

    void add(Hold hold);

    /** Locks it until the end of the transaction, waiting 5 s at most. Always before the member's money is locked. */
    Optional<Hold> lock(HoldId id);

    /** Stores one that was locked in this transaction, and its new steps. */
    void changed(Hold hold);
}
