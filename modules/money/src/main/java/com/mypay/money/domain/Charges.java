package com.mypay.money.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All charges and top-ups, with their histories. */
public interface Charges {

    void add(Charge charge);

    /** Locks it until the end of the transaction, waiting 5 s at most. Always before a member's money is locked. */
    Optional<Charge> lock(ChargeId id);

    /** Stores one that was locked in this transaction, and its new steps. */
    void changed(Charge charge);

    Optional<Charge> find(ChargeId id);

    /** The top-ups that a command has made so far, the oldest first. */
    List<Charge> ofCommand(String command);

    /** Which open ones banking should be asked about, the longest waiting first. */
    List<ChargeId> toAsk(Instant realNow, int atMost);
}
