package com.mypay.logs.adapter.out.persistence;

import static java.util.Objects.requireNonNull;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.Sha256;
import com.mypay.logs.domain.ArchivedFile;
import com.mypay.logs.domain.Gap;
import com.mypay.logs.domain.LogBooks;
import com.mypay.logs.domain.LogDay;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogLine;
import com.mypay.logs.domain.Quarantined;
import com.mypay.logs.domain.Quarantined.Reason;
import com.mypay.logs.domain.Received;
import com.mypay.logs.domain.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link LogBooks} in each log's schema, by plain SQL: rows by the hundred, in tables whose names are figures. */
@ApplicationScoped
public class JdbcLogBooks implements LogBooks {

    private static final int SERVER_BYTES = 64;
    private static final int OPERATION_BYTES = 200;
    private static final int KEY_BYTES = 100;
    private static final int DETAIL_BYTES = 400;
    private static final int READ_AT_ONCE = 1_000;

    private static final String LOCK_SOURCE = "SELECT SOURCE_NO FROM LOG_SOURCE WHERE SOURCE_ID = ? FOR UPDATE WAIT 10";
    private static final String NEXT_SOURCE = "SELECT LOG_SOURCE_SEQ.NEXTVAL AS SOURCE_NO FROM DUAL";
    private static final String INSERT_SOURCE =
            "INSERT INTO LOG_SOURCE (SOURCE_NO, SOURCE_ID, SERVER, FIRST_TIMESTAMP, LAST_TIMESTAMP) VALUES (?, ?, ?, ?, ?)";
    private static final String HEARD_OF = "UPDATE LOG_SOURCE SET LAST_TIMESTAMP = ? WHERE SOURCE_NO = ?";
    private static final String SOURCES = "SELECT SOURCE_NO FROM LOG_SOURCE ORDER BY SOURCE_NO";

    private static final String RANGES =
            "SELECT FIRST_SEQ, LAST_SEQ FROM LOG_RANGE" + " WHERE SOURCE_NO = ? AND FIRST_SEQ <= ? AND LAST_SEQ >= ?";
    private static final String INSERT_RANGE =
            "INSERT INTO LOG_RANGE (SOURCE_NO, FIRST_SEQ, LAST_SEQ, SEEN_TIMESTAMP) VALUES (?, ?, ?, ?)";
    private static final String WIDEN_RANGE = "UPDATE LOG_RANGE SET LAST_SEQ = ? WHERE SOURCE_NO = ? AND FIRST_SEQ = ?";
    private static final String DELETE_RANGE = "DELETE FROM LOG_RANGE WHERE SOURCE_NO = ? AND FIRST_SEQ = ?";
    private static final String ALL_RANGES = "SELECT S.SOURCE_ID, S.SERVER, R.FIRST_SEQ, R.LAST_SEQ, R.SEEN_TIMESTAMP"
            + " FROM LOG_RANGE R JOIN LOG_SOURCE S ON S.SOURCE_NO = R.SOURCE_NO ORDER BY S.SOURCE_NO, R.FIRST_SEQ";

    private static final String LOCK_DAY = DayTables.ALL + " WHERE DAY_NO = ? FOR UPDATE WAIT 10";
    private static final String DAYS = DayTables.ALL + " ORDER BY DAY_NO";
    private static final String SAVE_DAY = "UPDATE LOG_DAY SET STATUS = ?, LOG_DATE = ?, PART_NO = ?, PART_LINES = ?,"
            + " ARCHIVED_PART = ?, LINES = ? WHERE DAY_NO = ?";
    private static final String INSERT_LINE = " (SOURCE_NO, SEQ, PART_NO, AT_TIMESTAMP, GUID, HOP, SERVICE, OPERATION,"
            + " CODE, MEMBER_ID, REFERENCE_ID, LINE, LONG_LINE) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String IS_ASIDE = "SELECT REASON FROM LOG_QUARANTINE WHERE CONTENT_HASH = ?";
    private static final String PUT_ASIDE = "INSERT INTO LOG_QUARANTINE (CONTENT_HASH, REASON, DETAIL, SOURCE_ID, SEQ,"
            + " LOG_DATE, RECEIVED_TIMESTAMP, CONTENT) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String WAITING = "SELECT REASON, DETAIL, SOURCE_ID, SEQ, LOG_DATE, CONTENT FROM LOG_QUARANTINE"
            + " WHERE REASON = 'TABLE_NOT_EMPTY' AND LOG_DATE = ? FETCH FIRST ";
    private static final String WAITED_FOR =
            "SELECT DISTINCT LOG_DATE FROM LOG_QUARANTINE" + " WHERE REASON = 'TABLE_NOT_EMPTY' ORDER BY LOG_DATE";
    private static final String TAKE_BACK = "DELETE FROM LOG_QUARANTINE WHERE CONTENT_HASH = ?";

    private static final String FILES = "SELECT ARCHIVE_NO, LOG_DATE, PART_NO, RETENTION, FILE_NAME, LINES, FILE_BYTES,"
            + " FILE_HASH, CHAIN_HASH, ARCHIVED_TIMESTAMP, RETAIN_UNTIL, DELETED_TIMESTAMP FROM LOG_ARCHIVE";
    private static final String LAST_FILE = FILES + " ORDER BY ARCHIVE_NO DESC FETCH FIRST 1 ROWS ONLY";
    private static final String FILES_OF = FILES + " WHERE LOG_DATE = ? ORDER BY ARCHIVE_NO";
    private static final String FILES_OVER =
            FILES + " WHERE RETAIN_UNTIL < ? AND DELETED_TIMESTAMP IS NULL ORDER BY ARCHIVE_NO";
    private static final String CHAIN =
            FILES + " WHERE ARCHIVE_NO > ? ORDER BY ARCHIVE_NO FETCH FIRST " + READ_AT_ONCE + " ROWS ONLY";
    private static final String INSERT_FILE = "INSERT INTO LOG_ARCHIVE (ARCHIVE_NO, LOG_DATE, PART_NO, RETENTION,"
            + " FILE_NAME, LINES, FILE_BYTES, FILE_HASH, CHAIN_HASH, ARCHIVED_TIMESTAMP, RETAIN_UNTIL)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DELETED_FILE = "UPDATE LOG_ARCHIVE SET DELETED_TIMESTAMP = ? WHERE ARCHIVE_NO = ?";
    private static final String LEASE = "UPDATE LOG_ARCHIVER SET OWNER = ?, LEASE_UNTIL = ?"
            + " WHERE ARCHIVER_NO = 1 AND (OWNER = ? OR LEASE_UNTIL < ?)";

    private final LogDatabases databases;

    @Inject
    public JdbcLogBooks(LogDatabases databases) {
        this.databases = databases;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcLogBooks() {
        this(null);
    }

    @Override
    public int lockSource(LogKind kind, String source, @Nullable String server, Instant now) {
        Jdbc jdbc = databases.of(kind);
        Optional<Integer> known = jdbc.queryOne(LOCK_SOURCE, row -> row.getInt("SOURCE_NO"), source);
        if (known.isPresent()) {
            jdbc.update(HEARD_OF, now, known.get());
            return known.get();
        }
        int number = jdbc.queryOne(NEXT_SOURCE, row -> row.getInt("SOURCE_NO")).orElseThrow();
        jdbc.update(INSERT_SOURCE, number, source, DayTables.cut(server, SERVER_BYTES), now, now);
        return number;
    }

    @Override
    public Received received(LogKind kind, int sourceNumber, long firstSeq, long lastSeq) {
        Map<Long, Long> ranges = new TreeMap<>();
        databases
                .of(kind)
                .query(
                        RANGES,
                        row -> ranges.put(row.getLong("FIRST_SEQ"), row.getLong("LAST_SEQ")),
                        sourceNumber,
                        lastSeq + 1,
                        firstSeq - 1);
        return new Received(ranges);
    }

    @Override
    public void save(LogKind kind, int sourceNumber, Received before, Received after, Instant now) {
        Jdbc jdbc = databases.of(kind);
        Map<Long, Long> old = before.ranges();
        after.ranges().forEach((first, last) -> {
            Long lastBefore = old.remove(first);
            if (lastBefore == null) {
                jdbc.update(INSERT_RANGE, sourceNumber, first, last, now);
            } else if (!lastBefore.equals(last)) {
                jdbc.update(WIDEN_RANGE, last, sourceNumber, first);
            }
        });
        old.keySet().forEach(first -> jdbc.update(DELETE_RANGE, sourceNumber, first));
    }

    @Override
    public LogDay lockDay(LogKind kind, int number) {
        return databases.of(kind).queryOne(LOCK_DAY, DayTables::read, number).orElseThrow();
    }

    @Override
    public void save(LogKind kind, LogDay day) {
        databases
                .of(kind)
                .update(
                        SAVE_DAY,
                        day.status(),
                        day.date(),
                        day.part(),
                        day.partLines(),
                        day.archivedPart(),
                        day.lines(),
                        day.number());
    }

    @Override
    public void add(LogKind kind, LogDay day, int sourceNumber, List<LogLine> lines) {
        List<@Nullable Object[]> rows = new ArrayList<>(lines.size());
        for (LogLine line : lines) {
            boolean isShort = DayTables.isShort(line.text());
            rows.add(new @Nullable Object[] {
                sourceNumber,
                line.seq(),
                day.part(),
                line.at(),
                line.guid(),
                line.hop(),
                line.service(),
                DayTables.cut(line.operation(), OPERATION_BYTES),
                DayTables.cut(line.code(), KEY_BYTES),
                line.memberId(),
                DayTables.cut(line.reference(), KEY_BYTES),
                isShort ? line.text() : null,
                isShort ? null : line.text()
            });
        }
        databases.of(kind).batch("INSERT INTO " + DayTables.of(day.number()) + INSERT_LINE, rows);
    }

    @Override
    public void putAside(LogKind kind, List<Quarantined> lines, Instant now) {
        Jdbc jdbc = databases.of(kind);
        for (Quarantined line : lines) {
            String hash = hash(line);
            if (jdbc.query(IS_ASIDE, row -> row.getString("REASON"), hash).isEmpty()) {
                jdbc.update(
                        PUT_ASIDE,
                        hash,
                        line.reason(),
                        DayTables.cut(line.detail(), DETAIL_BYTES),
                        line.source(),
                        line.seq(),
                        line.date(),
                        now,
                        line.content().isEmpty() ? " " : line.content());
            }
        }
    }

    private static String hash(Quarantined line) {
        return Sha256.hex(line.content());
    }

    @Override
    public List<Quarantined> waitingFor(LogKind kind, LocalDate date, int limit) {
        return databases.of(kind).query(WAITING + limit + " ROWS ONLY", JdbcLogBooks::readQuarantined, date);
    }

    private static Quarantined readQuarantined(ResultSet row) throws SQLException {
        long seq = row.getLong("SEQ");
        return new Quarantined(
                Reason.valueOf(row.getString("REASON")),
                String.valueOf(row.getString("DETAIL")),
                row.getString("SOURCE_ID"),
                seq == 0 ? null : seq,
                Jdbc.day(row, "LOG_DATE"),
                row.getString("CONTENT"));
    }

    @Override
    public List<LocalDate> datesWaitedFor(LogKind kind) {
        return databases.of(kind).query(WAITED_FOR, row -> requireNonNull(Jdbc.day(row, "LOG_DATE")));
    }

    @Override
    public void takeBack(LogKind kind, List<Quarantined> lines) {
        databases
                .of(kind)
                .batch(
                        TAKE_BACK,
                        lines.stream()
                                .map(line -> new @Nullable Object[] {hash(line)})
                                .toList());
    }

    @Override
    public List<LogDay> days(LogKind kind) {
        return databases.of(kind).query(DAYS, DayTables::read);
    }

    /** Source by source along the primary key: a page begins behind the number that the page before ended with. */
    @Override
    public void readPart(LogKind kind, LogDay day, int part, LineReader line) {
        Jdbc jdbc = databases.of(kind);
        String page = "SELECT SEQ, SERVICE, LINE, LONG_LINE FROM " + DayTables.of(day.number())
                + " WHERE SOURCE_NO = ? AND SEQ > ? AND PART_NO = ? ORDER BY SEQ FETCH FIRST " + READ_AT_ONCE
                + " ROWS ONLY";
        for (int source : jdbc.query(SOURCES, row -> row.getInt("SOURCE_NO"))) {
            long after = 0;
            List<Long> read;
            do {
                read = jdbc.query(
                        page,
                        row -> {
                            line.read(row.getString("SERVICE"), DayTables.line(row));
                            return row.getLong("SEQ");
                        },
                        source,
                        after,
                        part);
                after = read.isEmpty() ? after : read.get(read.size() - 1);
            } while (read.size() == READ_AT_ONCE);
        }
    }

    @Override
    public long deleteSome(LogKind kind, LogDay day, int limit) {
        Jdbc jdbc = databases.of(kind);
        String table = DayTables.of(day.number());
        String upTo = "SELECT MAX(SEQ) AS LAST_SEQ FROM (SELECT SEQ FROM " + table
                + " WHERE SOURCE_NO = ? ORDER BY SEQ FETCH FIRST " + limit + " ROWS ONLY) L";
        String delete = "DELETE FROM " + table + " WHERE SOURCE_NO = ? AND SEQ <= ?";
        for (int source : jdbc.query(SOURCES, row -> row.getInt("SOURCE_NO"))) {
            long last =
                    jdbc.queryOne(upTo, row -> row.getLong("LAST_SEQ"), source).orElse(0L);
            if (last > 0) {
                return jdbc.update(delete, source, last);
            }
        }
        return 0;
    }

    @Override
    public Optional<ArchivedFile> lastArchived(LogKind kind) {
        return databases.of(kind).queryOne(LAST_FILE, JdbcLogBooks::readFile);
    }

    @Override
    public void add(LogKind kind, ArchivedFile file) {
        databases
                .of(kind)
                .update(
                        INSERT_FILE,
                        file.number(),
                        file.date(),
                        file.part(),
                        file.retention(),
                        file.fileName(),
                        file.lines(),
                        file.bytes(),
                        file.hash(),
                        file.chainHash(),
                        file.archivedAt(),
                        file.retainUntil());
    }

    @Override
    public List<ArchivedFile> archivedOf(LogKind kind, LocalDate date) {
        return databases.of(kind).query(FILES_OF, JdbcLogBooks::readFile, date);
    }

    @Override
    public List<ArchivedFile> archivedUntilBefore(LogKind kind, LocalDate today) {
        return databases.of(kind).query(FILES_OVER, JdbcLogBooks::readFile, today);
    }

    @Override
    public void deleted(LogKind kind, ArchivedFile file, Instant now) {
        databases.of(kind).update(DELETED_FILE, now, file.number());
    }

    @Override
    public void readChain(LogKind kind, Consumer<ArchivedFile> row) {
        List<ArchivedFile> page;
        int after = 0;
        do {
            page = databases.of(kind).query(CHAIN, JdbcLogBooks::readFile, after);
            page.forEach(row);
            after = page.isEmpty() ? after : page.get(page.size() - 1).number();
        } while (page.size() == READ_AT_ONCE);
    }

    private static ArchivedFile readFile(ResultSet row) throws SQLException {
        return new ArchivedFile(
                row.getInt("ARCHIVE_NO"),
                requireNonNull(Jdbc.day(row, "LOG_DATE")),
                row.getInt("PART_NO"),
                Retention.valueOf(row.getString("RETENTION")),
                row.getString("FILE_NAME"),
                row.getLong("LINES"),
                row.getLong("FILE_BYTES"),
                row.getString("FILE_HASH"),
                row.getString("CHAIN_HASH"),
                requireNonNull(Jdbc.instant(row, "ARCHIVED_TIMESTAMP")),
                requireNonNull(Jdbc.day(row, "RETAIN_UNTIL")),
                Jdbc.instant(row, "DELETED_TIMESTAMP"));
    }

    @Override
    public boolean mayArchive(LogKind kind, String server, Instant now, Instant until) {
        return databases.of(kind).update(LEASE, server, until, server, now) == 1;
    }

    @Override
    public List<Gap> gaps(LogKind kind) {
        record Range(String source, String server, long first, long last, Instant seenAt) {}
        List<Range> ranges = databases
                .of(kind)
                .query(
                        ALL_RANGES,
                        row -> new Range(
                                row.getString("SOURCE_ID"),
                                String.valueOf(row.getString("SERVER")),
                                row.getLong("FIRST_SEQ"),
                                row.getLong("LAST_SEQ"),
                                requireNonNull(Jdbc.instant(row, "SEEN_TIMESTAMP"))));
        List<Gap> gaps = new ArrayList<>();
        Range before = null;
        for (Range range : ranges) {
            long next = before != null && before.source().equals(range.source()) ? before.last() + 1 : 1;
            if (range.first() > next) {
                gaps.add(new Gap(range.source(), range.server(), next, range.first() - 1, range.seenAt()));
            }
            before = range;
        }
        return gaps;
    }
}
