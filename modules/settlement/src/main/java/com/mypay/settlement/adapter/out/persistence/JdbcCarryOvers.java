package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.CarryOvers;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.CycleId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link CarryOvers} in the database. */
@ApplicationScoped
public class JdbcCarryOvers implements CarryOvers {

    private static final String INSERT = "INSERT INTO CARRY_OVER (CYCLE_ID, FRANCHISE_ID, PART, AMOUNT_WON, REASON,"
            + " DUE_ON, CREATED_AT, GUID) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String COLUMNS = "SELECT CYCLE_ID, FRANCHISE_ID, PART, AMOUNT_WON, REASON, DUE_ON,"
            + " TAKEN_BY_CYCLE_ID, CREATED_AT FROM CARRY_OVER";
    private static final String LOCK_OPEN = COLUMNS
            + " WHERE TAKEN_BY_CYCLE_ID IS NULL AND FRANCHISE_ID BETWEEN ? AND ? AND CYCLE_ID <> ?"
            + " AND (DUE_ON <= ? OR AMOUNT_WON < 0) ORDER BY FRANCHISE_ID, CYCLE_ID, PART FOR UPDATE WAIT 5";
    private static final String TAKE = "UPDATE CARRY_OVER SET TAKEN_BY_CYCLE_ID = ?"
            + " WHERE CYCLE_ID = ? AND FRANCHISE_ID = ? AND PART = ? AND TAKEN_BY_CYCLE_ID IS NULL";
    private static final String DUE = "SELECT O.FRANCHISE_ID, SUM(O.AMOUNT_WON) AS AMOUNT_WON, MIN(O.DUE_ON) AS DUE_ON"
            + " FROM CARRY_OVER O WHERE O.TAKEN_BY_CYCLE_ID IS NULL AND O.FRANCHISE_ID > ?"
            + " AND (O.DUE_ON <= ? OR O.AMOUNT_WON < 0)"
            + " AND NOT EXISTS (SELECT 1 FROM SLIP S WHERE S.CYCLE_ID = ? AND S.FRANCHISE_ID = O.FRANCHISE_ID)"
            + " GROUP BY O.FRANCHISE_ID"
            + " ORDER BY O.FRANCHISE_ID FETCH FIRST ? ROWS ONLY";
    private static final String DUE_OF =
            "SELECT FRANCHISE_ID, SUM(AMOUNT_WON) AS AMOUNT_WON, MIN(DUE_ON) AS DUE_ON FROM CARRY_OVER"
                    + " WHERE TAKEN_BY_CYCLE_ID IS NULL AND FRANCHISE_ID BETWEEN ? AND ? AND CYCLE_ID <> ?"
                    + " AND (DUE_ON <= ? OR AMOUNT_WON < 0) GROUP BY FRANCHISE_ID ORDER BY FRANCHISE_ID";
    private static final String TAKEN_BY =
            "SELECT FRANCHISE_ID, SUM(AMOUNT_WON) AS AMOUNT_WON, MIN(DUE_ON) AS DUE_ON FROM CARRY_OVER"
                    + " WHERE TAKEN_BY_CYCLE_ID = ? AND FRANCHISE_ID BETWEEN ? AND ?"
                    + " GROUP BY FRANCHISE_ID ORDER BY FRANCHISE_ID";
    private static final String FROM =
            COLUMNS + " WHERE CYCLE_ID = ? AND FRANCHISE_ID BETWEEN ? AND ? ORDER BY FRANCHISE_ID, PART";
    private static final String FIND = COLUMNS + " WHERE CYCLE_ID = ? AND FRANCHISE_ID = ? ORDER BY PART";
    private static final String AFTER = " WHERE TAKEN_BY_CYCLE_ID IS NULL AND (FRANCHISE_ID > ? OR (FRANCHISE_ID = ?"
            + " AND (CYCLE_ID > ? OR (CYCLE_ID = ? AND PART > ?))))";
    private static final String ORDER = " ORDER BY FRANCHISE_ID, CYCLE_ID, PART FETCH FIRST ? ROWS ONLY";
    private static final String OPEN = COLUMNS + AFTER + ORDER;
    private static final String OPEN_BY_REASON = COLUMNS + AFTER + " AND REASON = ?" + ORDER;

    private final Jdbc jdbc;

    @Inject
    public JdbcCarryOvers(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcCarryOvers() {
        this(null);
    }

    @Override
    public void addAll(List<CarryOver> carryOvers) {
        String guid = CallContext.current().guid().value();
        jdbc.batch(
                INSERT,
                carryOvers.stream()
                        .map(carryOver -> new @Nullable Object[] {
                            carryOver.cycleId().value(),
                            carryOver.franchiseId().value(),
                            carryOver.part().name(),
                            carryOver.amount().value(),
                            carryOver.reason().name(),
                            carryOver.dueOn(),
                            carryOver.createdAt(),
                            guid
                        })
                        .toList());
    }

    @Override
    public List<CarryOver.Sum> take(CycleId by, LocalDate day, List<MemberId> franchiseIds) {
        if (franchiseIds.isEmpty()) {
            return List.of();
        }
        Set<MemberId> wanted = Set.copyOf(franchiseIds);
        MemberId first = franchiseIds.stream().min(MemberId::compareTo).orElseThrow();
        MemberId last = franchiseIds.stream().max(MemberId::compareTo).orElseThrow();
        List<CarryOver> open =
                jdbc.query(LOCK_OPEN, JdbcCarryOvers::read, first.value(), last.value(), by.value(), day).stream()
                        .filter(carryOver -> wanted.contains(carryOver.franchiseId()))
                        .toList();
        jdbc.batch(
                TAKE,
                open.stream()
                        .map(carryOver -> new @Nullable Object[] {
                            by.value(),
                            carryOver.cycleId().value(),
                            carryOver.franchiseId().value(),
                            carryOver.part().name()
                        })
                        .toList());
        Map<MemberId, CarryOver.Sum> sums = new TreeMap<>();
        open.forEach(carryOver -> sums.merge(
                carryOver.franchiseId(),
                new CarryOver.Sum(carryOver.franchiseId(), carryOver.amount(), carryOver.dueOn()),
                CarryOver.Sum::plus));
        return List.copyOf(sums.values());
    }

    @Override
    public List<CarryOver.Sum> dueWithoutSlips(CycleId cycleId, LocalDate day, long afterFranchiseId, int limit) {
        return jdbc.query(DUE, JdbcCarryOvers::readSum, afterFranchiseId, day, cycleId.value(), limit);
    }

    @Override
    public List<CarryOver.Sum> due(CycleId by, LocalDate day, MemberId first, MemberId last) {
        return jdbc.query(DUE_OF, JdbcCarryOvers::readSum, first.value(), last.value(), by.value(), day);
    }

    @Override
    public List<CarryOver.Sum> takenBy(CycleId cycleId, MemberId first, MemberId last) {
        return jdbc.query(TAKEN_BY, JdbcCarryOvers::readSum, cycleId.value(), first.value(), last.value());
    }

    private static CarryOver.Sum readSum(ResultSet row) throws SQLException {
        return new CarryOver.Sum(
                new MemberId(row.getLong("FRANCHISE_ID")),
                Won.won(row.getLong("AMOUNT_WON")),
                Objects.requireNonNull(Jdbc.day(row, "DUE_ON")));
    }

    @Override
    public List<CarryOver> from(CycleId cycleId, MemberId first, MemberId last) {
        return jdbc.query(FROM, JdbcCarryOvers::read, cycleId.value(), first.value(), last.value());
    }

    @Override
    public List<CarryOver> find(CycleId from, MemberId franchiseId) {
        return jdbc.query(FIND, JdbcCarryOvers::read, from.value(), franchiseId.value());
    }

    @Override
    public Page<CarryOver> open(@Nullable CarryReason reason, PageRequest request) {
        CarryOver.Position after = request.afterAs(CarryOver.Position::parse).orElse(CarryOver.Position.FIRST);
        long franchiseId = after.franchiseId().value();
        String cycleId = after.cycleId().value();
        List<CarryOver> rows = reason == null
                ? jdbc.query(
                        OPEN,
                        JdbcCarryOvers::read,
                        franchiseId,
                        franchiseId,
                        cycleId,
                        cycleId,
                        after.part().name(),
                        request.rowsToRead())
                : jdbc.query(
                        OPEN_BY_REASON,
                        JdbcCarryOvers::read,
                        franchiseId,
                        franchiseId,
                        cycleId,
                        cycleId,
                        after.part().name(),
                        reason.name(),
                        request.rowsToRead());
        return Page.of(rows, request, carryOver -> carryOver.position().toString());
    }

    private static CarryOver read(ResultSet row) throws SQLException {
        String takenBy = row.getString("TAKEN_BY_CYCLE_ID");
        return new CarryOver(
                new CycleId(row.getString("CYCLE_ID")),
                new MemberId(row.getLong("FRANCHISE_ID")),
                CarryOver.Part.valueOf(row.getString("PART")),
                Won.won(row.getLong("AMOUNT_WON")),
                CarryReason.valueOf(row.getString("REASON")),
                Objects.requireNonNull(Jdbc.day(row, "DUE_ON")),
                takenBy == null ? null : new CycleId(takenBy),
                Objects.requireNonNull(Jdbc.instant(row, "CREATED_AT")));
    }
}
