package com.mypay.logs.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line that was found.
 *
 * @param source number of its source, with {@code seq} its key
 * @param text the whole line, JSON
 */
public record FoundLine(
        LogKind kind,
        int source,
        long seq,
        Instant at,
        String guid,
        int hop,
        String service,
        String operation,
        @Nullable String code,
        @Nullable Long memberId,
        String text) {}
