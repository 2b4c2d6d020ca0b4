package com.mypay.logs.application;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.config.ServiceName;
import com.mypay.framework.log.Log;
import com.mypay.framework.transaction.Transactions;
import com.mypay.logs.application.port.LogArchive;
import com.mypay.logs.application.port.LogFigures;
import com.mypay.logs.domain.ArchivedFile;
import com.mypay.logs.domain.ArchivedFile.Written;
import com.mypay.logs.domain.LogBooks;
import com.mypay.logs.domain.LogDay;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogPeriods;
import com.mypay.logs.domain.Quarantined;
import com.mypay.logs.domain.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Brings days that are over into the archive, empties tables for the next month, takes in what waited for an empty table,
 * deletes files whose time is over. Each step is committed by itself and found again by the next run: killed anywhere,
 * nothing is lost and nothing is twice in the archive.
 */
@ApplicationScoped
public class ArchiveDays {

    private static final Log LOG = Log.of(ArchiveDays.class);

    /** Longer than the longest step between two looks at the clock: one day's file. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    private static final int DELETED_AT_ONCE = 5_000;
    private static final int TAKEN_BACK_AT_ONCE = 500;

    private final LogBooks books;
    private final LogArchive archive;
    private final Transactions transactions;
    private final LogPeriods periods;
    private final LogFigures figures;
    private final ServiceName service;
    private final Clock realTime;

    @Inject
    public ArchiveDays(
            LogBooks books,
            LogArchive archive,
            Transactions transactions,
            LogPeriods periods,
            LogFigures figures,
            ServiceName service,
            @RealTime Clock realTime) {
        this.books = books;
        this.archive = archive;
        this.transactions = transactions;
        this.periods = periods;
        this.figures = figures;
        this.service = service;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ArchiveDays() {
        this(null, null, null, null, null, null, null);
    }

    /** All that is due now, of all three logs. May be called on every server at any time: one of them does it. */
    public void archive() {
        for (LogKind kind : LogKind.values()) {
            if (isOurTurn(kind)) {
                archive(kind);
            }
        }
    }

    private void archive(LogKind kind) {
        for (LogDay day : books.days(kind)) {
            try {
                archiveParts(kind, day.number());
                empty(kind, day.number());
            } catch (java.io.UncheckedIOException e) {
                figures.archiveFailed(kind);
                LOG.error("the archive of {0} can't be written", e, kind);
                return;
            }
        }
        takeInWhatWaited(kind);
        deleteWhatIsOver(kind);
    }

    private boolean isOurTurn(LogKind kind) {
        Instant now = realTime.instant();
        return transactions.inTransaction(() -> books.mayArchive(kind, service.node(), now, now.plus(LEASE)));
    }

    private void archiveParts(LogKind kind, int number) {
        Optional<LogDay> next = nextToArchive(kind, number);
        while (next.isPresent() && isOurTurn(kind)) {
            archivePart(kind, next.get());
            next = nextToArchive(kind, number);
        }
    }

    /** With a closed part that is not in the archive: one that was left behind, or the current one, if it is due. */
    private Optional<LogDay> nextToArchive(LogKind kind, int number) {
        return transactions.inTransaction(() -> {
            LogDay day = books.lockDay(kind, number);
            if (day.closedPart().isEmpty() && day.isToBeClosed(today(), periods.archiveAfterDays())) {
                day = day.closed();
                books.save(kind, day);
            }
            return Optional.of(day).filter(closed -> closed.closedPart().isPresent());
        });
    }

    private void archivePart(LogKind kind, LogDay day) {
        int part = day.closedPart().orElseThrow();
        LocalDate date = dateOf(day);
        Map<Retention, Written> written;
        try (LogArchive.Part files = archive.begin(kind, date, part)) {
            books.readPart(kind, day, part, (name, line) -> files.add(Retention.of(kind, name), line));
            written = files.finish();
        }
        Instant now = realTime.instant();
        long lines = written.values().stream().mapToLong(Written::lines).sum();
        transactions.inTransaction(() -> {
            LogDay locked = books.lockDay(kind, day.number());
            new TreeMap<>(written).forEach((retention, file) -> {
                Optional<ArchivedFile> last = books.lastArchived(kind);
                int number = last.map(ArchivedFile::number).orElse(0);
                String chained = last.map(ArchivedFile::chainHash).orElse(ArchivedFile.START);
                books.add(kind, ArchivedFile.after(number, chained, date, part, retention, file, now));
            });
            books.save(kind, locked.archived(part));
        });
        figures.archived(kind, lines);
        LOG.info("{0} log of {1}, part {2}: {3} lines in the archive", kind, date, part, lines);
    }

    private void empty(LogKind kind, int number) {
        LogDay day = books.days(kind).get(number - 1);
        if (!day.isToBeEmptied(today(), periods.emptyAfterDays()) || !isIntact(kind, dateOf(day))) {
            return;
        }
        Optional<LogDay> emptying = transactions.inTransaction(() -> {
            LogDay locked = books.lockDay(kind, number);
            if (!locked.isToBeEmptied(today(), periods.emptyAfterDays())) {
                return Optional.<LogDay>empty();
            }
            books.save(kind, locked.emptying());
            return Optional.of(locked.emptying());
        });
        if (emptying.isPresent()) {
            deleteLines(kind, emptying.get());
            transactions.inTransaction(
                    () -> books.save(kind, books.lockDay(kind, number).emptied()));
            LOG.info("{0} log: the table of day {1} is empty for the next month", kind, number);
        }
    }

    private void deleteLines(LogKind kind, LogDay day) {
        long deleted = 1;
        while (deleted > 0) {
            deleted = transactions.inTransaction(() -> books.deleteSome(kind, day, DELETED_AT_ONCE));
        }
    }

    /** Before the lines go for good, the files are read once more. */
    private boolean isIntact(LogKind kind, LocalDate date) {
        for (ArchivedFile file : books.archivedOf(kind, date)) {
            Optional<String> damage = archive.damage(kind, file);
            if (damage.isPresent()) {
                figures.archiveFailed(kind);
                LOG.warning("{0} log: the table of {1} stays as it is: {2}", kind, date, damage.get());
                return false;
            }
        }
        return true;
    }

    private void takeInWhatWaited(LogKind kind) {
        for (LocalDate date : books.datesWaitedFor(kind)) {
            long taken = 1;
            while (taken > 0) {
                taken = transactions.inTransaction(() -> takeIn(kind, date));
            }
        }
    }

    /** Sources are locked before days, as where lines come in. @return how many were taken in */
    private long takeIn(LogKind kind, LocalDate date) {
        Instant now = realTime.instant();
        LogDay day = books.days(kind).get(date.getDayOfMonth() - 1);
        if (day.refusal(date, LogDay.dateOf(now), periods.emptyAfterDays()).isPresent()) {
            return 0;
        }
        List<Quarantined> waiting = books.waitingFor(kind, date, TAKEN_BACK_AT_ONCE);
        Map<String, List<Quarantined>> bySource = waiting.stream()
                .collect(Collectors.groupingBy(
                        line -> String.valueOf(line.source()), TreeMap::new, Collectors.toList()));
        bySource.forEach((source, lines) -> takeIn(kind, source, lines, now));
        books.takeBack(kind, waiting);
        return waiting.size();
    }

    private void takeIn(LogKind kind, String source, List<Quarantined> lines, Instant now) {
        int number = books.lockSource(kind, source, null, now);
        String message =
                lines.stream().map(Quarantined::content).collect(Collectors.joining(",", "{\"v\":1,\"lines\":[", "]}"));
        List<Quarantined> refused = new StoreLines(books, periods.emptyAfterDays(), kind, now)
                .store(number, ReadLogMessage.read(kind, message).lines());
        if (!refused.isEmpty()) {
            throw new IllegalStateException(
                    "the table was taken meanwhile: " + refused.get(0).detail());
        }
    }

    private void deleteWhatIsOver(LogKind kind) {
        for (ArchivedFile file : books.archivedUntilBefore(kind, today())) {
            archive.delete(kind, file);
            transactions.inTransaction(() -> books.deleted(kind, file, realTime.instant()));
            LOG.info("{0} log: {1} is deleted, kept until {2}", kind, file.fileName(), file.retainUntil());
        }
    }

    private LocalDate today() {
        return LogDay.dateOf(realTime.instant());
    }

    private static LocalDate dateOf(LogDay day) {
        LocalDate date = day.date();
        if (date == null) {
            throw new IllegalStateException("day " + day.number() + " has no date");
        }
        return date;
    }
}
