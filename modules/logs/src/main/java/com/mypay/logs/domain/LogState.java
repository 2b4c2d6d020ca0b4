package com.mypay.logs.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of the logs themselves. Read-only, on committed data. */
public interface LogState {

    /** How many lines lie in quarantine, by reason. */
    Map<Quarantined.Reason, Long> quarantined(LogKind kind);

    /** The latest first. */
    List<QuarantinedLine> quarantine(LogKind kind, int limit);

    /** Of the newest business lines with an amount, of that time: transactions without any line in the image log. */
    Unpaired withoutImage(int newest, Instant from, Instant before);

    /**
     * A line in quarantine, as staff sees it.
     *
     * @param name SHA-256 of its content
     */
    record QuarantinedLine(
            String name,
            Quarantined.Reason reason,
            @Nullable String detail,
            @Nullable String source,
            @Nullable Long seq,
            @Nullable LocalDate date,
            Instant receivedAt,
            String content) {}

    /**
     * What was looked at, and the first that lacks its image.
     *
     * @param looked how many transactions
     */
    record Unpaired(long looked, @Nullable String firstGuid) {}
}
