package com.mypay.framework.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Days and months as others write them: {@code 2026-03-02}, {@code 2026-03}. Of the years {@value #FIRST_YEAR} to
 * {@value #LAST_YEAR}, because the databases know no others and no arithmetic on these can leave the calendar.
 */
public final class Days {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private Days() {}

    /** @throws DateTimeException for anything else */
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        check(day.getYear());
        return day;
    }

    /** @throws DateTimeException for anything else */
    public static YearMonth month(String text) {
        YearMonth month = YearMonth.parse(text);
        check(month.getYear());
        return month;
    }

    private static void check(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("not a year of this calendar: " + year);
        }
    }
}
