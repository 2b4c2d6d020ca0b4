package com.mypay.settlement.domain;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/**
 * Business dates, mostly one.
 *
 * @param first inclusive
 * @param last inclusive; not before the first
 */
public record DateRange(LocalDate first, LocalDate last) {

    public DateRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("from " + first + " to " + last);
        }
    }

    public static DateRange of(LocalDate date) {
        return new DateRange(date, date);
    }

    /** The calendar month of a day. */
    public static DateRange monthOf(LocalDate day) {
        return new DateRange(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
    }

    public boolean overlaps(DateRange other) {
        return !first.isAfter(other.last) && !last.isBefore(other.first);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    public Stream<LocalDate> dates() {
        return Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1));
    }

    @Override
    public String toString() {
        return first.equals(last) ? last.toString() : first + " to " + last;
    }
}
