package com.mypay.logs.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can't be stored as a line, kept as it came until somebody has looked at it.
 *
 * @param detail what exactly is wrong, without the content
 * @param source if it could be read
 * @param seq if it could be read
 * @param date if it could be read
 * @param content the line, or the whole message
 */
public record Quarantined(
        Reason reason,
        String detail,
        @Nullable String source,
        @Nullable Long seq,
        @Nullable LocalDate date,
        String content) {

    /** Why. */
    public enum Reason {
        /** Of a version that this server doesn't know: a newer one will. */
        NEWER_VERSION,
        /** Not what the contract says. */
        BROKEN,
        /** Its day's table has been emptied, or holds a later date. */
        TOO_LATE,
        /** Its sender's clock is wrong. */
        IN_THE_FUTURE,
        /** The table still holds the last month: taken in by itself once it is empty. */
        TABLE_NOT_EMPTY
    }

    public static Quarantined of(LogLine line, Reason reason, String detail) {
        return new Quarantined(reason, detail, line.source(), line.seq(), line.date(), line.text());
    }
}
