package com.mypay.logs.domain;

/**
 * How long a date stays where.
 *
 * @param archiveAfterDays so many days after a date its lines go into the archive
 * @param emptyAfterDays so many days after a date its table is emptied, and later lines of that date come too late; at
 *     most {@value #MOST_DAYS}, so that it is empty when its day comes again, in February, too
 */
public record LogPeriods(int archiveAfterDays, int emptyAfterDays) {

    static final int MOST_DAYS = 27;

    /** @throws IllegalArgumentException for days that don't leave a table empty in time, naming which and its limits */
    public LogPeriods {
        require("empty-after-days", emptyAfterDays, MOST_DAYS);
        require("archive.after-days", archiveAfterDays, emptyAfterDays);
    }

    private static void require(String key, int days, int most) {
        if (days < 1 || days > most) {
            throw new IllegalArgumentException(key + ": write a number of days from 1 to " + most + ", not " + days);
        }
    }
}
