package com.mypay.logs.adapter.out.persistence;

import com.mypay.framework.audit.Audit;
import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.clock.RealTime;
import com.mypay.logs.domain.ArchivedFile;
import com.mypay.logs.domain.Gap;
import com.mypay.logs.domain.LogBooks;
import com.mypay.logs.domain.LogDay;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogPeriods;
import com.mypay.logs.domain.LogState;
import com.mypay.logs.domain.LogState.Unpaired;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What doctor asks of the logs: whether lines are missing or put aside, the archive's chain, money without images. */
@ApplicationScoped
public class LogsAudit implements Audit {

    /** A line that is missing for so long is no longer on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private static final int NEWEST = 1_000;

    private final LogBooks books;
    private final LogState state;
    private final LogPeriods periods;
    private final Clock realTime;

    @Inject
    public LogsAudit(LogBooks books, LogState state, LogPeriods periods, @RealTime Clock realTime) {
        this.books = books;
        this.state = state;
        this.periods = periods;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected LogsAudit() {
        this(null, null, null, null);
    }

    @Override
    public AuditReport report() {
        Instant longAgo = realTime.instant().minus(ON_ITS_WAY);
        Map<String, Long> totals = new TreeMap<>();
        List<Check> checks = new ArrayList<>();
        for (LogKind kind : LogKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            long lines = books.days(kind).stream().mapToLong(LogDay::lines).sum();
            totals.put(name + "Lines", lines);
            checks.add(Check.of("I10", "no line of the " + name + " log is missing", lines, missing(kind, longAgo)));
            checks.add(quarantine(kind, name));
            checks.add(chain(kind, name));
        }
        // Each log empties its tables by itself: before that day, the image log's may be gone while the business log's
        // isn't
        Instant kept = LogDay.dateOf(realTime.instant())
                .minusDays(periods.emptyAfterDays() - 1L)
                .atStartOfDay(LogDay.ZONE)
                .toInstant();
        Unpaired unpaired = state.withoutImage(NEWEST, kept, longAgo);
        String guid = unpaired.firstGuid();
        checks.add(Check.of(
                "I12",
                "what moved money is in the image log (the newest " + NEWEST + " of the business log)",
                unpaired.looked(),
                guid == null ? null : guid + " has no image"));
        return new AuditReport("logs", checks, totals);
    }

    private @Nullable String missing(LogKind kind, Instant longAgo) {
        List<Gap> gaps = books.gaps(kind).stream()
                .filter(gap -> gap.seenAt().isBefore(longAgo))
                .toList();
        if (gaps.isEmpty()) {
            return null;
        }
        Gap first = gaps.get(0);
        return gaps.stream().mapToLong(Gap::lines).sum() + " missing, first " + first.firstSeq() + " to "
                + first.lastSeq() + " of source " + first.source() + " on " + first.server();
    }

    private Check quarantine(LogKind kind, String name) {
        var counts = state.quarantined(kind);
        long lines = counts.values().stream().mapToLong(Long::longValue).sum();
        return Check.of(
                "I10",
                "no line of the " + name + " log is in quarantine",
                lines,
                lines == 0 ? null : lines + " in quarantine: " + counts);
    }

    private Check chain(LogKind kind, String name) {
        Chain chain = new Chain();
        books.readChain(kind, chain::add);
        return Check.of(
                "I10", "the manifest of the " + name + " log's archive is one chain", chain.rows, chain.firstBroken);
    }

    /** The manifest as far as it has been read. */
    private static final class Chain {

        private int rows;
        private String last = ArchivedFile.START;
        private @Nullable String firstBroken;

        void add(ArchivedFile file) {
            if (!file.follows(rows, last) && firstBroken == null) {
                firstBroken = "row " + file.number() + ", " + file.fileName();
            }
            rows++;
            last = file.chainHash();
        }
    }
}
