package com.mypay.logs.domain;

import java.time.LocalDate;
import java.util.Set;

/**
 * How long the archive keeps a line. What has to do with money five years (Electronic Financial Transactions Act,
 * article 22, and its decree), the rest one.
 */
public enum Retention {
    MONEY(5),
    GENERAL(1);

    /** Without money's movements: who members and staff are, and what this service says of itself. */
    private static final Set<String> WITHOUT_MONEY = Set.of("membership", "logs");

    private final int years;

    Retention(int years) {
        this.years = years;
    }

    /** Errors change nothing; whatever else a service does that moves money is about money. */
    public static Retention of(LogKind kind, String service) {
        return kind == LogKind.ERROR || WITHOUT_MONEY.contains(service) ? GENERAL : MONEY;
    }

    /** The last day on which a line of this date has to be there. */
    public LocalDate until(LocalDate date) {
        return date.plusYears(years);
    }
}
