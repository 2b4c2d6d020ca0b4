package com.mypay.logs.domain;

import java.time.Instant;

/**
 * Sequence numbers that have not come though later ones have: lines that are still on their way, or that were lost.
 *
 * @param source of the sender, 32 hex digits
 * @param server the sender's server
 * @param seenAt when the first later line came
 */
public record Gap(String source, String server, long firstSeq, long lastSeq, Instant seenAt) {

    /** How many lines. */
    public long lines() {
        return lastSeq - firstSeq + 1;
    }
}
