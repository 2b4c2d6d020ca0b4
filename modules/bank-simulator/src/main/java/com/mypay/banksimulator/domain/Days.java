package com.mypay.banksimulator.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The banks' calendar: days are days in Seoul. */
public final class Days {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private Days() {}

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, SEOUL);
    }
}
