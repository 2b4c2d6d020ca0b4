package com.mypay.logs.application;

import com.mypay.logs.domain.LogBooks;
import com.mypay.logs.domain.LogDay;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogLine;
import com.mypay.logs.domain.Quarantined;
import com.mypay.logs.domain.Quarantined.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts lines that are not there yet into the tables of their days, or aside, in the transaction that is running. */
final class StoreLines {

    private final LogBooks books;
    private final int emptyAfterDays;
    private final LogKind kind;
    private final Instant now;

    StoreLines(LogBooks books, int emptyAfterDays, LogKind kind, Instant now) {
        this.books = books;
        this.emptyAfterDays = emptyAfterDays;
        this.kind = kind;
        this.now = now;
    }

    /** @param lines of one source. @return those that no table takes now */
    List<Quarantined> store(int sourceNumber, Collection<LogLine> lines) {
        TreeMap<LocalDate, List<LogLine>> byDate =
                lines.stream().collect(Collectors.groupingBy(LogLine::date, TreeMap::new, Collectors.toList()));
        List<Quarantined> refused = new ArrayList<>();
        // By the number of the day, so that two messages lock the days in the same order
        byDate.keySet().stream()
                .sorted(Comparator.comparingInt(LocalDate::getDayOfMonth).thenComparing(date -> date))
                .forEach(date -> refused.addAll(store(sourceNumber, date, byDate.getOrDefault(date, List.of()))));
        return refused;
    }

    private List<Quarantined> store(int sourceNumber, LocalDate date, List<LogLine> lines) {
        LogDay day = books.lockDay(kind, date.getDayOfMonth());
        Optional<Reason> refusal = day.refusal(date, LogDay.dateOf(now), emptyAfterDays);
        if (refusal.isPresent()) {
            String holds = "the table of day " + day.number() + " is " + day.status() + " " + day.date();
            return lines.stream()
                    .map(line -> Quarantined.of(line, refusal.get(), holds))
                    .toList();
        }
        books.add(kind, day, sourceNumber, lines);
        books.save(kind, day.with(date, lines.size()));
        return List.of();
    }
}
