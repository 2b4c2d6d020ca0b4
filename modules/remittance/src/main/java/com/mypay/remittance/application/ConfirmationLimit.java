package com.mypay.remittance.application;

import java.time.Duration;

/**
 * How often payees' names are shown to one sender.
 *
 * @param perHour confirmations within {@link #PERIOD}; at least 1
 */
public record ConfirmationLimit(int perHour) {

    static final Duration PERIOD = Duration.ofHours(1);

    public ConfirmationLimit {
        if (perHour < 1) {
            throw new IllegalArgumentException("nobody could send with " + perHour + " confirmations an hour");
        }
    }
}
