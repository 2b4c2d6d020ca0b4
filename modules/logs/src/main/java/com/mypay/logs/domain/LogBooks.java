package com.mypay.logs.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The three logs. Each lies in an account of its own: what belongs together is of one kind, and one transaction is of one
 * kind.
 */
public interface LogBooks {

    /**
     * The source's row is locked until the transaction's end: its messages are taken one at a time.
     *
     * @return its number; a source that is new gets one
     */
    int lockSource(LogKind kind, String source, @Nullable String server, Instant now);

    /** What has come of it, as far as it can touch these numbers. */
    Received received(LogKind kind, int sourceNumber, long firstSeq, long lastSeq);

    /** @param before as it was read */
    void save(LogKind kind, int sourceNumber, Received before, Received after, Instant now);

    /** The row is locked until the transaction's end. */
    LogDay lockDay(LogKind kind, int number);

    void save(LogKind kind, LogDay day);

    /** All of one date and one source. */
    void add(LogKind kind, LogDay day, int sourceNumber, List<LogLine> lines);

    /** What is there already, by its content, stays once. */
    void putAside(LogKind kind, List<Quarantined> lines, Instant now);

    /** At most so many lines that wait for the table of a date. */
    List<Quarantined> waitingFor(LogKind kind, LocalDate date, int limit);

    /** Dates that lines wait for. */
    List<LocalDate> datesWaitedFor(LogKind kind);

    void takeBack(LogKind kind, List<Quarantined> lines);

    /** All 31, as they are committed. */
    List<LogDay> days(LogKind kind);

    /**
     * Each line of a part, in the order of sources and numbers.
     *
     * @param line gets each line's service and text
     */
    void readPart(LogKind kind, LogDay day, int part, LineReader line);

    /** Deletes at most so many lines of a table that is being emptied. @return how many; 0: the table is empty */
    long deleteSome(LogKind kind, LogDay day, int limit);

    /** The last row of the chain. */
    Optional<ArchivedFile> lastArchived(LogKind kind);

    void add(LogKind kind, ArchivedFile file);

    /** Of one date, in the order of the chain. */
    List<ArchivedFile> archivedOf(LogKind kind, LocalDate date);

    /** Whose time is over and that have not been deleted. */
    List<ArchivedFile> archivedUntilBefore(LogKind kind, LocalDate today);

    void deleted(LogKind kind, ArchivedFile file, Instant now);

    /** All rows of the chain, in its order. */
    void readChain(LogKind kind, Consumer<ArchivedFile> row);

    /**
     * Whether this server archives now: one at a time does.
     *
     * @param until nobody else may until then
     */
    boolean mayArchive(LogKind kind, String server, Instant now, Instant until);

    /** What is missing now, of all sources. */
    List<Gap> gaps(LogKind kind);

    /** Gets one line. */
    @FunctionalInterface
    interface LineReader {
        void read(String service, String text);
    }
}
