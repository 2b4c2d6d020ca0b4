package com.mypay.logs.application;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.transaction.Transactions;
import com.mypay.logs.application.port.LogFigures;
import com.mypay.logs.domain.LogBooks;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogLine;
import com.mypay.logs.domain.LogPeriods;
import com.mypay.logs.domain.Quarantined;
import com.mypay.logs.domain.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes a message of up to some hundred lines, all of it in one transaction: each line once, however often and in
 * whatever order it comes. What can't be stored goes into quarantine, and never back to the sender, who could do nothing
 * about it.
 */
@ApplicationScoped
public class TakeLogMessage {

    private final LogBooks books;
    private final Transactions transactions;
    private final LogPeriods periods;
    private final LogFigures figures;
    private final Clock realTime;

    @Inject
    public TakeLogMessage(
            LogBooks books,
            Transactions transactions,
            LogPeriods periods,
            LogFigures figures,
            @RealTime Clock realTime) {
        this.books = books;
        this.transactions = transactions;
        this.periods = periods;
        this.figures = figures;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TakeLogMessage() {
        this(null, null, null, null, null);
    }

    /** @param text a message as the contract of its kind says, or whatever came */
    public void take(LogKind kind, String text) {
        Instant now = realTime.instant();
        LogMessage message = ReadLogMessage.read(kind, text);
        transactions.inTransaction(() -> store(kind, message, now));
        message.lines().stream()
                .max(Comparator.comparing(LogLine::at))
                .ifPresent(newest -> figures.taken(kind, message.lines().size(), newest.at(), now));
    }

    private void store(LogKind kind, LogMessage message, Instant now) {
        List<Quarantined> aside = new ArrayList<>();
        Map<String, List<Object>> bySource = new TreeMap<>();
        message.lines()
                .forEach(line -> bySource.computeIfAbsent(line.source(), s -> new ArrayList<>())
                        .add(line));
        for (Quarantined broken : message.broken()) {
            if (broken.source() == null) {
                aside.add(broken);
            } else {
                bySource.computeIfAbsent(broken.source(), s -> new ArrayList<>())
                        .add(broken);
            }
        }
        bySource.forEach((source, lines) -> aside.addAll(storeSource(kind, source, message.server(), lines, now)));
        books.putAside(kind, aside, now);
    }

    /** Only what has not come before. @return what is to be put aside */
    private List<Quarantined> storeSource(
            LogKind kind, String source, @Nullable String server, List<Object> lines, Instant now) {
        int number = books.lockSource(kind, source, server, now);
        List<Long> seqs = lines.stream().map(TakeLogMessage::seq).toList();
        long first = seqs.stream().mapToLong(Long::longValue).min().orElse(1);
        long last = seqs.stream().mapToLong(Long::longValue).max().orElse(1);
        Received before = books.received(kind, number, first, last);
        Received after = new Received(before.ranges());
        Set<Long> fresh = new HashSet<>(after.add(seqs));
        List<Quarantined> aside = new ArrayList<>();
        Collection<LogLine> good = new ArrayList<>();
        for (Object line : lines) {
            if (!fresh.remove(seq(line))) {
                continue;
            }
            if (line instanceof LogLine stored) {
                good.add(stored);
            } else {
                aside.add((Quarantined) line);
            }
        }
        aside.addAll(new StoreLines(books, periods.emptyAfterDays(), kind, now).store(number, good));
        books.save(kind, number, before, after, now);
        return aside;
    }

    private static Long seq(Object line) {
        if (line instanceof LogLine stored) {
            return stored.seq();
        }
        Long seq = ((Quarantined) line).seq();
        return seq == null ? Long.valueOf(0) : seq;
    }
}
