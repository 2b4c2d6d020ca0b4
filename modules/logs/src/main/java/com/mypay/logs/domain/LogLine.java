package com.mypay.logs.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a log: what it can be found by, and the whole of it.
 *
 * @param source the spool that it came from, 32 hex digits
 * @param seq its number among the lines of this kind of this source, from 1
 * @param at real time, microseconds
 * @param guid all zeros where no business transaction was running
 * @param code an error's problem code, a business event's name, the status of an image
 * @param memberId whom it is about
 * @param reference of a business line the one id that it is found by: of a remittance, else a payment, else …
 * @param text the whole line, JSON
 */
public record LogLine(
        String source,
        long seq,
        Instant at,
        String guid,
        int hop,
        String service,
        String operation,
        @Nullable String code,
        @Nullable Long memberId,
        @Nullable String reference,
        String text) {

    /** Its day in Seoul: which table it belongs to. */
    public LocalDate date() {
        return LogDay.dateOf(at);
    }
}
