package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.Days;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures;
import com.mypay.settlement.domain.CycleFigures.Figure;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleStatus;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.PayoutStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Cycles} in the database. */
@ApplicationScoped
public class JpaCycles implements Cycles {

    private static final String NEXT_CHANGE = "SELECT COUNT(*) + 1 AS CHANGE_NO FROM CYCLE_HISTORY WHERE CYCLE_ID = ?";
    private static final String NOTE_CHANGE = "INSERT INTO CYCLE_HISTORY"
            + " (CYCLE_ID, CHANGE_NO, FROM_STATUS, TO_STATUS, CHANGED_AT, GUID) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String SETTLED = "SELECT COUNT(*) AS FRANCHISES,"
            + " COALESCE(SUM(CASE WHEN OUTCOME IS NULL THEN 1 ELSE 0 END), 0) AS UNDECIDED,"
            + " COALESCE(SUM(CARRIED_IN_WON), 0) AS CARRIED_IN_WON,"
            + SqlTotals.SUMS
            + " FROM SETTLEMENT WHERE CYCLE_ID = ?";
    private static final String CARRIED = "SELECT REASON, COUNT(*) AS FRANCHISES, SUM(AMOUNT_WON) AS AMOUNT_WON"
            + " FROM CARRY_OVER WHERE CYCLE_ID = ? GROUP BY REASON";
    private static final String PAYOUTS = "SELECT STATUS, COUNT(*) AS FRANCHISES, SUM(AMOUNT_WON) AS AMOUNT_WON"
            + " FROM PAYOUT WHERE CYCLE_ID = ? GROUP BY STATUS";

    @PersistenceContext
    private EntityManager entities;

    private final Jdbc jdbc;

    /** For the container, which injects the entity manager. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    protected JpaCycles(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JpaCycles() {
        this(null);
    }

    public JpaCycles(EntityManager entities, Jdbc jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public void add(Cycle cycle) {
        entities.persist(cycle);
        entities.flush();
        note(cycle, null, cycle.frozenAt());
    }

    @Override
    public Optional<Cycle> find(CycleId id) {
        return Optional.ofNullable(entities.find(Cycle.class, id.value()));
    }

    @Override
    public Optional<Cycle> findByDate(LocalDate businessDate) {
        return entities.createQuery(
                        "SELECT c FROM Cycle c WHERE c.businessDate = :date AND c.number = :number", Cycle.class)
                .setParameter("date", businessDate)
                .setParameter("number", Cycle.FIRST)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void changed(Cycle cycle, @Nullable CycleStatus from, Instant at) {
        // The history row must not be there without the change: a lost race fails here
        entities.flush();
        note(cycle, from, at);
    }

    private void note(Cycle cycle, @Nullable CycleStatus from, Instant at) {
        int number = jdbc.query(
                        NEXT_CHANGE, row -> row.getInt("CHANGE_NO"), cycle.id().value())
                .get(0);
        jdbc.update(
                NOTE_CHANGE,
                cycle.id().value(),
                number,
                from == null ? null : from.name(),
                cycle.status().name(),
                at,
                CallContext.current().guid().value());
    }

    @Override
    public Page<Cycle> page(PageRequest request) {
        LocalDate before = request.afterAs(Days::day).orElse(LocalDate.of(9999, 12, 31));
        List<Cycle> rows = entities.createQuery(
                        "SELECT c FROM Cycle c WHERE c.businessDate < :before ORDER BY c.businessDate DESC",
                        Cycle.class)
                .setParameter("before", before)
                .setMaxResults(request.rowsToRead())
                .getResultList();
        return Page.of(rows, request, cycle -> cycle.businessDate().toString());
    }

    @Override
    public Optional<LocalDate> latestDate() {
        return Optional.ofNullable(entities.createQuery("SELECT MAX(c.businessDate) FROM Cycle c", LocalDate.class)
                .getSingleResult());
    }

    @Override
    public Set<LocalDate> datesFrom(LocalDate first) {
        return Set.copyOf(entities.createQuery(
                        "SELECT c.businessDate FROM Cycle c WHERE c.businessDate >= :first", LocalDate.class)
                .setParameter("first", first)
                .getResultList());
    }

    @Override
    public CycleFigures figures(CycleId id) {
        record Settled(long franchises, long undecided, long carriedInWon, LineTotals totals) {}
        Settled settled = jdbc.query(
                        SETTLED,
                        row -> new Settled(
                                row.getLong("FRANCHISES"),
                                row.getLong("UNDECIDED"),
                                row.getLong("CARRIED_IN_WON"),
                                SqlTotals.read(row)),
                        id.value())
                .get(0);
        return new CycleFigures(
                settled.franchises(),
                settled.totals(),
                settled.undecided(),
                Won.won(settled.carriedInWon()),
                figuresBy(CarryReason.class, "REASON", CARRIED, id),
                figuresBy(PayoutStatus.class, "STATUS", PAYOUTS, id));
    }

    private <E extends Enum<E>> Map<E, Figure> figuresBy(Class<E> type, String column, String sql, CycleId id) {
        record Row<E>(E key, Figure figure) {}
        Map<E, Figure> figures = new EnumMap<>(type);
        jdbc.query(
                        sql,
                        row -> new Row<>(
                                Enum.valueOf(type, row.getString(column)),
                                new Figure(row.getLong("FRANCHISES"), Won.won(row.getLong("AMOUNT_WON")))),
                        id.value())
                .forEach(row -> figures.put(row.key(), row.figure()));
        return figures;
    }
}
