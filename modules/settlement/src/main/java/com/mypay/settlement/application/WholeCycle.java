package com.mypay.settlement.application;

import java.time.Duration;

/** Work over all slips or lines of a cycle at once: one statement, so one moment, however many there are. */
final class WholeCycle {

    /** Twenty million slips at 11,000 a second; the night is longer, but whoever waits wants to know. */
    static final Duration LIMIT = Duration.ofMinutes(30);

    private WholeCycle() {}
}
