package com.mypay.banksimulator.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** The banks' calendar: days are days in Seoul. */
public final class Days {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private Days() {}

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, SEOUL);
    }

    /** Reads {@code 2011-12-05}; anything else, also of another time than the years 1900 to 9999, is malformed. */
    public static LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            checkYear(name, day.getYear());
            return day;
        } catch (DateTimeException e) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, name + " is a date such as 2011-12-05");
        }
    }

    /** Reads {@code 2011-12}, likewise. */
    public static YearMonth month(String name, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            checkYear(name, month.getYear());
            return month;
        } catch (DateTimeException e) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, name + " is a month such as 2011-12");
        }
    }

    static void checkYear(String name, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, name + " lies in the years 1900 to 9999");
        }
    }
}
