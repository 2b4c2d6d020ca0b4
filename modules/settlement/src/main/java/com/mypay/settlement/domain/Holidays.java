package com.mypay.settlement.domain;

import java.time.LocalDate;
import java.util.Optional;

/** The calendar that is kept as data. */
public interface Holidays {

    /** The calendar of the days around one: a month before and after. */
    BusinessCalendar around(LocalDate day);

    /** The last holiday that is known: after it the calendar has ended and somebody has to write the next year's. */
    Optional<LocalDate> last();
}
