package com.mypay.banking.domain;

import java.time.Instant;

/** How fast each bank is called, over all servers. Every method runs inside a transaction. */
public interface CallPace {

    /**
     * Takes the bank's next turn: turns lie apart by a second divided by the calls that its contract permits in one.
     * Locks the bank's pace until the transaction ends, so it comes shortly before the end.
     *
     * @param realTime now
     * @param callsPerSecond positive
     * @return when the bank may be called, {@code realTime} or later
     */
    Instant take(BankCode bank, Instant realTime, int callsPerSecond);
}
