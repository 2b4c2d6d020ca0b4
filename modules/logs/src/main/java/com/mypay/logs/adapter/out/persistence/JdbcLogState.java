package com.mypay.logs.adapter.out.persistence;

import static java.util.Objects.requireNonNull;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.logs.domain.LogDay;
import com.mypay.logs.domain.LogDay.Status;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogState;
import com.mypay.logs.domain.Quarantined.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link LogState} by plain SQL. */
@ApplicationScoped
public class JdbcLogState implements LogState {

    private static final String BY_REASON = "SELECT REASON, COUNT(*) AS TIMES FROM LOG_QUARANTINE GROUP BY REASON";
    private static final String QUARANTINE = "SELECT CONTENT_HASH, REASON, DETAIL, SOURCE_ID, SEQ, LOG_DATE,"
            + " RECEIVED_TIMESTAMP, CONTENT FROM LOG_QUARANTINE ORDER BY RECEIVED_TIMESTAMP DESC, CONTENT_HASH FETCH FIRST ";
    private static final String DAYS = DayTables.ALL + " WHERE STATUS <> 'EMPTY' ORDER BY DAY_NO";

    private static final String NO_GUID = "0".repeat(32);

    private final LogDatabases databases;

    @Inject
    public JdbcLogState(LogDatabases databases) {
        this.databases = databases;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcLogState() {
        this(null);
    }

    @Override
    public Map<Reason, Long> quarantined(LogKind kind) {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        databases
                .of(kind)
                .query(BY_REASON, row -> counts.put(Reason.valueOf(row.getString("REASON")), row.getLong("TIMES")));
        return counts;
    }

    @Override
    public List<QuarantinedLine> quarantine(LogKind kind, int limit) {
        return databases.of(kind).query(QUARANTINE + limit + " ROWS ONLY", row -> {
            long seq = row.getLong("SEQ");
            return new QuarantinedLine(
                    row.getString("CONTENT_HASH"),
                    Reason.valueOf(row.getString("REASON")),
                    row.getString("DETAIL"),
                    row.getString("SOURCE_ID"),
                    seq == 0 ? null : seq,
                    Jdbc.day(row, "LOG_DATE"),
                    requireNonNull(Jdbc.instant(row, "RECEIVED_TIMESTAMP")),
                    row.getString("CONTENT"));
        });
    }

    @Override
    public Unpaired withoutImage(int newest, Instant from, Instant before) {
        Set<String> guids = moneyGuids(newest, from, before);
        List<LogDay> images = newestFirst(LogKind.IMAGE);
        for (String guid : guids) {
            if (images.stream().noneMatch(day -> hasImage(day, guid))) {
                return new Unpaired(guids.size(), guid);
            }
        }
        return new Unpaired(guids.size(), null);
    }

    /** Lines with an amount name what moved: their reference. Looked for from the newest day backwards. */
    private Set<String> moneyGuids(int newest, Instant from, Instant before) {
        Set<String> guids = new LinkedHashSet<>();
        for (LogDay day : newestFirst(LogKind.BUSINESS)) {
            if (guids.size() < newest) {
                String sql = "SELECT GUID, LINE FROM " + DayTables.of(day.number())
                        + " WHERE AT_TIMESTAMP >= ? AND AT_TIMESTAMP < ? AND GUID <> '" + NO_GUID
                        + "' AND LINE LIKE '%\"amountWon\":%'"
                        + " ORDER BY AT_TIMESTAMP DESC FETCH FIRST " + (newest - guids.size()) + " ROWS ONLY";
                guids.addAll(databases.of(LogKind.BUSINESS).query(sql, row -> row.getString("GUID"), from, before));
            }
        }
        return guids;
    }

    private boolean hasImage(LogDay day, String guid) {
        String sql = "SELECT SEQ FROM " + DayTables.of(day.number()) + " WHERE GUID = ? FETCH FIRST 1 ROWS ONLY";
        return !databases
                .of(LogKind.IMAGE)
                .query(sql, row -> row.getLong("SEQ"), guid)
                .isEmpty();
    }

    private List<LogDay> newestFirst(LogKind kind) {
        return databases.of(kind).query(DAYS, DayTables::read).stream()
                .filter(day -> day.status() == Status.OPEN)
                .sorted(Comparator.comparing((LogDay day) -> requireNonNull(day.date()))
                        .reversed())
                .toList();
    }
}
