package com.mypay.logs.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the table of one day of the month holds: nothing, or the lines of one date. Its life:
 *
 * <pre>
 * EMPTY → OPEN (first line) → EMPTYING (all parts in the archive, the date is long over) → EMPTY
 * </pre>
 *
 * New lines go into the current part. A part is closed for the archive, and late lines begin the next one; so a file is
 * never changed. A table that holds a part which isn't archived is never emptied; the database has the same rule.
 *
 * @param number 1 to 31
 * @param date whose lines it holds
 * @param part the part that new lines get, from 1
 * @param partLines how many lines it has so far
 * @param archivedPart up to this part everything is in the archive
 * @param lines how many lines the table has
 */
public record LogDay(
        int number, Status status, @Nullable LocalDate date, int part, long partLines, int archivedPart, long lines) {

    /** How many days of the month have a table. */
    public static final int TABLES = 31;

    /** A line's day is a day in Seoul. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    /** So far may the clock of a sender be ahead. */
    private static final int DAYS_AHEAD = 1;

    /** What a table is in. */
    public enum Status {
        EMPTY,
        OPEN,
        EMPTYING
    }

    public static LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /**
     * Whether lines of a date may be stored, else why not.
     *
     * @param today of the receiver
     * @param keepDays after so many days the table of a date is emptied: lines that are older come too late
     */
    public Optional<Quarantined.Reason> refusal(LocalDate wanted, LocalDate today, int keepDays) {
        if (wanted.isAfter(today.plusDays(DAYS_AHEAD))) {
            return Optional.of(Quarantined.Reason.IN_THE_FUTURE);
        }
        if (status == Status.OPEN && wanted.equals(date)) {
            return Optional.empty();
        }
        if (isOver(wanted, today, keepDays) || (date != null && !wanted.isAfter(date))) {
            return Optional.of(Quarantined.Reason.TOO_LATE);
        }
        return status == Status.EMPTY ? Optional.empty() : Optional.of(Quarantined.Reason.TABLE_NOT_EMPTY);
    }

    /** After more lines of a date that isn't refused. */
    public LogDay with(LocalDate wanted, int more) {
        return new LogDay(number, Status.OPEN, wanted, part, partLines + more, archivedPart, lines + more);
    }

    /** The part that is closed and still to be archived, because whoever began it did not come to the end. */
    public Optional<Integer> closedPart() {
        return archivedPart < part - 1 ? Optional.of(archivedPart + 1) : Optional.empty();
    }

    /** Whether the current part is to be closed: it has lines, and hardly another one will come. */
    public boolean isToBeClosed(LocalDate today, int afterDays) {
        return status == Status.OPEN && partLines > 0 && date != null && isOver(date, today, afterDays);
    }

    public LogDay closed() {
        return new LogDay(number, status, date, part + 1, 0, archivedPart, lines);
    }

    public LogDay archived(int whichPart) {
        if (whichPart != archivedPart + 1 || whichPart >= part) {
            throw new IllegalStateException("part " + whichPart + " of day " + number + " is not the next to archive");
        }
        return new LogDay(number, status, date, part, partLines, whichPart, lines);
    }

    /** Whether everything is in the archive and the date so long over that the next month may come. */
    public boolean isToBeEmptied(LocalDate today, int keepDays) {
        return status != Status.EMPTY
                && date != null
                && isOver(date, today, keepDays)
                && partLines == 0
                && archivedPart == part - 1;
    }

    public LogDay emptying() {
        if (partLines > 0 || archivedPart != part - 1) {
            throw new IllegalStateException("day " + number + " holds lines that are in no archive");
        }
        return new LogDay(number, Status.EMPTYING, date, part, partLines, archivedPart, lines);
    }

    public LogDay emptied() {
        if (status != Status.EMPTYING) {
            throw new IllegalStateException("day " + number + " is " + status);
        }
        return new LogDay(number, Status.EMPTY, null, 1, 0, 0, 0);
    }

    private static boolean isOver(LocalDate date, LocalDate today, int days) {
        return !date.plusDays(days).isAfter(today);
    }
}
