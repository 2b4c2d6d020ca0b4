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

    /**
     * The business day that comes some business days after a day, which itself need not be one: one after a Friday is
     * Monday, and so is one after a Sunday.
     *
     * @param days 0: the day itself, whatever it is
     */
    public LocalDate after(LocalDate day, int days) {
        LocalDate found = day;
        int left = days;
        while (left > 0) {
            found = found.plusDays(1);
            left -= isBusinessDay(found) ? 1 : 0;
        }
        return found;
    }

    public boolean isBusinessDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.contains(day);
    }
}
