package com.mypay.logs.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lines are looked for in one log: those of a time, from the earliest on, and of each thing that is given.
 *
 * @param from inclusive
 * @param to exclusive
 * @param after the line that the page before ended with
 */
public record LogSearch(
        LogKind kind,
        Instant from,
        Instant to,
        @Nullable String service,
        @Nullable String operation,
        @Nullable String code,
        @Nullable Long memberId,
        @Nullable Place after) {

    /** Where a line stands in the order of a search. */
    public record Place(Instant at, int source, long seq) {

        public static Place of(FoundLine line) {
            return new Place(line.at(), line.source(), line.seq());
        }

        /** {@code 2026-03-02T05:00:01.250000Z/3/1047}. */
        @Override
        public String toString() {
            return at + "/" + source + "/" + seq;
        }

        /** @throws RuntimeException as parsers throw, for a text that is none */
        public static Place parse(String text) {
            String[] parts = text.split("/", 3);
            return new Place(Instant.parse(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        }
    }
}
