package com.mypay.settlement.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long a franchise's settlements are collected before they are paid out. */
public enum SettlementPeriod {
    /** Each day is paid out with the cycle of that day. */
    DAILY,
    /** Monday to Sunday, paid out with Sunday's cycle. */
    WEEKLY,
    /** From the 1st to the 15th and from the 16th to the month's end, each paid out with the cycle of its last day. */
    SEMIMONTHLY,
    /** A calendar month, paid out with the cycle of its last day. */
    MONTHLY;

    private static final int MIDDLE = 15;

    /** The last day of the period that a day belongs to: when what it earns is due. */
    public LocalDate lastDay(LocalDate day) {
        return switch (this) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case SEMIMONTHLY ->
                day.getDayOfMonth() <= MIDDLE
                        ? day.withDayOfMonth(MIDDLE)
                        : day.with(TemporalAdjusters.lastDayOfMonth());
            case MONTHLY -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }
}
