package com.mypay.logs.adapter.out.metrics;

import com.mypay.framework.persistence.JdbcException;
import com.mypay.logs.application.port.LogFigures;
import com.mypay.logs.domain.Gap;
import com.mypay.logs.domain.LogBooks;
import com.mypay.logs.domain.LogDay;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * At {@code /metrics}, for each log: what came since the start and how old it was, and from the database what is missing,
 * put aside, and not in the archive yet; −1 while it doesn't answer.
 */
@ApplicationScoped
public class MetricLogFigures implements LogFigures {

    private static final long UNKNOWN = -1;

    private final Map<LogKind, Long> lagMillis = new ConcurrentHashMap<>(new EnumMap<>(LogKind.class));

    @Inject
    private MetricRegistry registry;

    @Inject
    private LogBooks books;

    @Inject
    private LogState state;

    void register(@Observes @Initialized(ApplicationScoped.class) Object event) {
        gauge(
                "mypay_logs_lag_millis",
                "Age of the newest line of the last message when it came",
                kind -> lagMillis.getOrDefault(kind, 0L));
        gauge(
                "mypay_logs_missing",
                "Lines that have not come though later ones have",
                kind -> books.gaps(kind).stream().mapToLong(Gap::lines).sum());
        gauge(
                "mypay_logs_quarantined",
                "Lines in quarantine: staff has to look",
                kind -> state.quarantined(kind).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        gauge(
                "mypay_logs_not_archived",
                "Lines of the day tables that are not in the archive yet",
                kind -> books.days(kind).stream().mapToLong(LogDay::partLines).sum());
        for (LogKind kind : LogKind.values()) {
            registry.counter("mypay_logs_lines", tag(kind));
            registry.counter("mypay_logs_archived_lines", tag(kind));
            registry.counter("mypay_logs_archive_failures", tag(kind));
        }
    }

    private void gauge(String name, String description, ToLongFunction<LogKind> figure) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        for (LogKind kind : LogKind.values()) {
            registry.gauge(metadata, () -> read(kind, figure), tag(kind));
        }
    }

    private static long read(LogKind kind, ToLongFunction<LogKind> figure) {
        try {
            return figure.applyAsLong(kind);
        } catch (JdbcException e) {
            return UNKNOWN;
        }
    }

    @Override
    public void taken(LogKind kind, int lines, Instant newest, Instant now) {
        lagMillis.put(kind, Math.max(0, Duration.between(newest, now).toMillis()));
        registry.counter("mypay_logs_lines", tag(kind)).inc(lines);
    }

    @Override
    public void archived(LogKind kind, long lines) {
        registry.counter("mypay_logs_archived_lines", tag(kind)).inc(lines);
    }

    @Override
    public void archiveFailed(LogKind kind) {
        registry.counter("mypay_logs_archive_failures", tag(kind)).inc();
    }

    private static Tag tag(LogKind kind) {
        return new Tag("log", kind.name().toLowerCase(Locale.ROOT));
    }
}
