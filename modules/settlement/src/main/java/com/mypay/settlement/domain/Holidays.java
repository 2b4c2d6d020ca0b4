package com.mypay.settlement.domain;

import java.time.LocalDate;

/** The calendar that is kept as data. */
public interface Holidays {

    /** The calendar of the days around one: a month before and after. */
    BusinessCalendar around(LocalDate day);
}
