package com.mypay.banking.domain;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When a bank takes no calls, each day, by the clock in Seoul: {@code 23:30} to {@code 00:30} passes midnight.
 *
 * @param from inclusive
 * @param to exclusive; not equal to {@code from}
 */
public record MaintenanceWindow(LocalTime from, LocalTime to) {

    public MaintenanceWindow {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a maintenance window begins and ends at different times");
        }
    }

    public boolean includes(LocalTime time) {
        boolean afterBegin = !time.isBefore(from);
        boolean beforeEnd = time.isBefore(to);
        return from.isBefore(to) ? afterBegin && beforeEnd : afterBegin || beforeEnd;
    }

    /** From a time within it to its end. */
    public Duration leftAt(LocalTime time) {
        Duration left = Duration.between(time, to);
        return left.isNegative() ? left.plusDays(1) : left;
    }
}
