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
    /**
     * One statement, so one moment: a payout that is refused meanwhile, and carried over, would be missing in one part
     * and not yet be in the other.
     */
    private static final String FIGURES = "SELECT 'SETTLED' AS PART, ' ' AS NAME, COUNT(*) AS FRANCHISES,"
            + " COALESCE(SUM(CARRIED_IN_WON), 0) AS AMOUNT_WON,"
            + " COALESCE(SUM(CASE WHEN OUTCOME IS NULL THEN 1 ELSE 0 END), 0) AS UNDECIDED,"
            + SqlTotals.SUMS
            + " FROM SETTLEMENT WHERE CYCLE_ID = ?"
            + " UNION ALL SELECT 'CARRIED', REASON, COUNT(*), SUM(AMOUNT_WON), 0, 0, 0, 0, 0, 0, 0"
            + " FROM CARRY_OVER WHERE CYCLE_ID = ? GROUP BY REASON"
            + " UNION ALL SELECT 'PAYOUT', STATUS, COUNT(*), SUM(AMOUNT_WON), 0, 0, 0, 0, 0, 0, 0"
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
        record Row(String part, String name, Figure figure, long undecided, LineTotals totals) {}
        Map<CarryReason, Figure> carried = new EnumMap<>(CarryReason.class);
        Map<PayoutStatus, Figure> payouts = new EnumMap<>(PayoutStatus.class);
        Row settled = new Row("", "", Figure.NONE, 0, LineTotals.NONE);
        for (Row row : jdbc.query(
                FIGURES,
                row -> new Row(
                        row.getString("PART"),
                        row.getString("NAME"),
                        new Figure(row.getLong("FRANCHISES"), Won.won(row.getLong("AMOUNT_WON"))),
                        row.getLong("UNDECIDED"),
                        SqlTotals.read(row)),
                id.value(),
                id.value(),
                id.value())) {
            switch (row.part()) {
                case "CARRIED" -> carried.put(CarryReason.valueOf(row.name()), row.figure());
                case "PAYOUT" -> payouts.put(PayoutStatus.valueOf(row.name()), row.figure());
                default -> settled = row;
            }
        }
        return new CycleFigures(
                settled.figure().count(),
                settled.totals(),
                settled.undecided(),
                settled.figure().amount(),
                carried,
                payouts);
    }
}
