package com.mypay.settlement.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The calendar that is kept as data. */
public interface Holidays {

    /** The calendar of the days around one: a month before and after. */
    BusinessCalendar around(LocalDate day);

    /** The last holiday that is known: after it the calendar has ended and somebody has to write the next year's. */
    Optional<LocalDate> last();

    /** Until the last holiday that is known; 0 from that day on, and if there is none. */
    default long daysLeft(LocalDate today) {
        return last().map(last -> Math.max(0, ChronoUnit.DAYS.between(today, last)))
                .orElse(0L);
    }
}
