package com.mypay.remittance.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When money is sent: once on a date, or each month on a day. A month that hasn't that day has it on its last: the 31st
 * is the 28th of February.
 *
 * @param onDate once; otherwise {@code null}
 * @param dayOfMonth 1 to 31, each month; otherwise {@code null}
 * @param until the last date of a monthly one, inclusive; {@code null}: until it is cancelled
 */
public record Schedule(
        @Nullable LocalDate onDate,
        @Nullable Integer dayOfMonth,
        @Nullable LocalDate until) {

    public Schedule {
        if ((onDate == null) == (dayOfMonth == null) || (onDate != null && until != null)) {
            throw new IllegalArgumentException("a schedule is a date, or a day of each month");
        }
        if (dayOfMonth != null && (dayOfMonth < 1 || dayOfMonth > 31)) {
            throw new IllegalArgumentException("not a day of a month: " + dayOfMonth);
        }
    }

    public static Schedule once(LocalDate date) {
        return new Schedule(date, null, null);
    }

    /** @param until {@code null}: until it is cancelled */
    public static Schedule monthly(int dayOfMonth, @Nullable LocalDate until) {
        return new Schedule(null, dayOfMonth, until);
    }

    /** The first date of it that isn't before this one. */
    public Optional<LocalDate> from(LocalDate earliest) {
        if (onDate != null) {
            return Optional.of(onDate).filter(date -> !date.isBefore(earliest));
        }
        LocalDate inThisMonth = in(YearMonth.from(earliest));
        LocalDate next =
                inThisMonth.isBefore(earliest) ? in(YearMonth.from(earliest).plusMonths(1)) : inThisMonth;
        return Optional.of(next).filter(date -> until == null || !date.isAfter(until));
    }

    private LocalDate in(YearMonth month) {
        int day = dayOfMonth == null ? 1 : dayOfMonth;
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
}
