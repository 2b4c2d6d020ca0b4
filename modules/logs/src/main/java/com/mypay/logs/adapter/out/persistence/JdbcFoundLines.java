package com.mypay.logs.adapter.out.persistence;

import static java.util.Objects.requireNonNull;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.logs.domain.FoundLine;
import com.mypay.logs.domain.FoundLines;
import com.mypay.logs.domain.LogDay;
import com.mypay.logs.domain.LogDay.Status;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogSearch;
import com.mypay.logs.domain.LogSearch.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@link FoundLines}: one table after the other, each by one of its indexes. A result is read in the order of that index,
 * so that a page costs as much as a page, however many lines would match.
 */
@ApplicationScoped
public class JdbcFoundLines implements FoundLines {

    private static final String COLUMNS = "SELECT SOURCE_NO, SEQ, AT_TIMESTAMP, GUID, HOP, SERVICE, OPERATION, CODE,"
            + " MEMBER_ID, LINE, LONG_LINE FROM ";
    private static final String IN_USE = DayTables.ALL + " WHERE STATUS <> 'EMPTY' ORDER BY LOG_DATE, DAY_NO";

    private static final Comparator<FoundLine> IN_TIMES_ORDER = Comparator.comparing(FoundLine::at)
            .thenComparing(FoundLine::hop)
            .thenComparing(FoundLine::kind)
            .thenComparing(FoundLine::source)
            .thenComparing(FoundLine::seq);

    private static final Comparator<Place> BY_PLACE =
            Comparator.comparing(Place::at).thenComparing(Place::source).thenComparing(Place::seq);

    private final LogDatabases databases;

    @Inject
    public JdbcFoundLines(LogDatabases databases) {
        this.databases = databases;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcFoundLines() {
        this(null);
    }

    @Override
    public List<FoundLine> ofGuid(String guid, int limit) {
        List<FoundLine> found = new ArrayList<>();
        for (LogKind kind : LogKind.values()) {
            int before = found.size();
            for (LogDay day : inUse(kind)) {
                int left = limit - (found.size() - before);
                if (left > 0) {
                    found.addAll(read(kind, day, " WHERE GUID = ? ORDER BY AT_TIMESTAMP, SEQ" + first(left), guid));
                }
            }
        }
        found.sort(IN_TIMES_ORDER);
        return found;
    }

    @Override
    public List<FoundLine> search(LogSearch search, int limit) {
        List<FoundLine> found = new ArrayList<>();
        Place after = search.after();
        Instant from = after == null || after.at().isBefore(search.from()) ? search.from() : after.at();
        LocalDate firstDate = LogDay.dateOf(from);
        LocalDate lastDate = LogDay.dateOf(search.to());
        for (LogDay day : inUse(search.kind())) {
            LocalDate date = requireNonNull(day.date());
            if (found.size() < limit && !date.isBefore(firstDate) && !date.isAfter(lastDate)) {
                found.addAll(search(search, day, from, limit - found.size()));
            }
        }
        return found;
    }

    /** Lines of the same microsecond are all read, and then put in order: so a page can begin between two of them. */
    private List<FoundLine> search(LogSearch search, LogDay day, Instant from, int limit) {
        StringBuilder where = new StringBuilder(" WHERE AT_TIMESTAMP >= ? AND AT_TIMESTAMP < ?");
        List<@Nullable Object> values = new ArrayList<>(List.of(from, search.to()));
        String order = "AT_TIMESTAMP";
        order = condition(where, values, order, "SERVICE", search.service(), false);
        order = condition(where, values, order, "OPERATION", search.operation(), true);
        order = condition(where, values, order, "CODE", search.code(), true);
        order = condition(where, values, order, "MEMBER_ID", search.memberId(), true);
        Place after = search.after();
        boolean continues = after != null && after.at().equals(from);
        int wanted = limit;
        while (true) {
            List<FoundLine> read = read(
                    search.kind(),
                    day,
                    where + " ORDER BY " + order + " FETCH FIRST " + wanted + " ROWS WITH TIES",
                    values.toArray());
            List<FoundLine> behind = read.stream()
                    .filter(line -> !continues || BY_PLACE.compare(Place.of(line), requireNonNull(after)) > 0)
                    .sorted(Comparator.comparing(Place::of, BY_PLACE))
                    .toList();
            if (behind.size() >= limit || read.size() < wanted) {
                return behind.stream().limit(limit).toList();
            }
            wanted += limit; // what the page before has shown of this microsecond takes room
        }
    }

    /** The most telling condition that has an index decides the order: the last one here. */
    private static String condition(
            StringBuilder where,
            List<@Nullable Object> values,
            String order,
            String column,
            @Nullable Object value,
            boolean indexed) {
        if (value == null) {
            return order;
        }
        where.append(" AND ").append(column).append(" = ?");
        values.add(value);
        return indexed ? column + ", AT_TIMESTAMP" : order;
    }

    @Override
    public List<String> guidsOfReference(String reference, int limit) {
        return guids(
                " WHERE REFERENCE_ID = ? ORDER BY AT_TIMESTAMP" + first(limit),
                inUse(LogKind.BUSINESS),
                limit,
                reference);
    }

    @Override
    public List<String> guidsOfMember(long memberId, LocalDate date, int limit) {
        List<LogDay> days = inUse(LogKind.BUSINESS).stream()
                .filter(day -> date.equals(day.date()))
                .toList();
        return guids(" WHERE MEMBER_ID = ? ORDER BY MEMBER_ID, AT_TIMESTAMP" + first(limit), days, limit, memberId);
    }

    private List<String> guids(String where, List<LogDay> days, int limit, Object value) {
        Set<String> guids = new LinkedHashSet<>();
        for (LogDay day : days) {
            guids.addAll(databases
                    .of(LogKind.BUSINESS)
                    .query(
                            "SELECT GUID, AT_TIMESTAMP FROM " + DayTables.of(day.number()) + where,
                            row -> row.getString("GUID"),
                            value));
        }
        return guids.stream().limit(limit).toList();
    }

    private List<LogDay> inUse(LogKind kind) {
        return databases.of(kind).query(IN_USE, DayTables::read).stream()
                .filter(day -> day.status() == Status.OPEN && Objects.nonNull(day.date()))
                .toList();
    }

    private List<FoundLine> read(LogKind kind, LogDay day, String where, @Nullable Object... values) {
        return databases
                .of(kind)
                .query(
                        COLUMNS + DayTables.of(day.number()) + where,
                        row -> {
                            long member = row.getLong("MEMBER_ID");
                            return new FoundLine(
                                    kind,
                                    row.getInt("SOURCE_NO"),
                                    row.getLong("SEQ"),
                                    requireNonNull(Jdbc.instant(row, "AT_TIMESTAMP")),
                                    row.getString("GUID"),
                                    row.getInt("HOP"),
                                    row.getString("SERVICE"),
                                    row.getString("OPERATION"),
                                    row.getString("CODE"),
                                    member == 0 ? null : member,
                                    DayTables.line(row));
                        },
                        values);
    }

    private static String first(int rows) {
        return " FETCH FIRST " + rows + " ROWS ONLY";
    }
}
