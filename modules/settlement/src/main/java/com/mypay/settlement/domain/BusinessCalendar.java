package com.mypay.settlement.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Days on which banks work.
 *
 * @param holidays besides Saturdays and Sundays
 */
public record BusinessCalendar(Set<LocalDate> holidays) {

    public BusinessCalendar {
        holidays = Set.copyOf(holidays);
    }

    public boolean isBusinessDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.contains(day);
    }
}
