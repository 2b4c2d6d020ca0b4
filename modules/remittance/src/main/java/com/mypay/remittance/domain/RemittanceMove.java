package com.mypay.remittance.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a remittance's history. Written once, never changed.
 *
 * @param lineNo from 1
 * @param status what it became
 * @param step what it waits for since; {@code null}: nothing
 * @param round of the step
 */
public record RemittanceMove(
        RemittanceId remittance,
        int lineNo,
        RemittanceStatus status,
        @Nullable Step step,
        int round,
        @Nullable String reasonCode,
        Instant at,
        String guid) {}
