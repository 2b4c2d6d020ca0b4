package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.Days;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.CommissionTerms;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures;
import com.mypay.settlement.domain.CycleFigures.Figure;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleStatus;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.FrozenSlips;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.PayoutStatus;
import com.mypay.settlement.domain.RangeFigures;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link Cycles} in the database. */
@ApplicationScoped
public class JpaCycles implements Cycles {

    /** As long as freezing takes at most: whoever has to wait finds out only then what is left to open. */
    private static final String LOCK_OPENING =
            "SELECT GUARD_NAME FROM CYCLE_GUARD WHERE GUARD_NAME = 'OPEN' FOR UPDATE WAIT 1800";

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
            + " FROM PAYOUT WHERE CYCLE_ID = ? GROUP BY STATUS"
            + " UNION ALL SELECT 'WAITING', ' ', COUNT(DISTINCT FRANCHISE_ID), 0, 0, 0, 0, 0, 0, 0, 0"
            + " FROM CARRY_OVER WHERE CYCLE_ID = ?"
            + " UNION ALL SELECT 'REBATE', ' ', 0, COALESCE(SUM(REBATE_WON), 0), 0, 0, 0, 0, 0, 0, 0"
            + " FROM SETTLEMENT WHERE CYCLE_ID = ?"
            + " UNION ALL SELECT 'VAT', ' ', 0, COALESCE(SUM(VAT_WON), 0), 0, 0, 0, 0, 0, 0, 0"
            + " FROM SETTLEMENT WHERE CYCLE_ID = ?"
            + " UNION ALL SELECT 'VAT_EXACT', ' ', 0,"
            + " COALESCE(SUM((COMMISSION_WON - REBATE_WON) * VAT_BASIS_POINTS), 0), 0, 0, 0, 0, 0, 0, 0"
            + " FROM SETTLEMENT WHERE CYCLE_ID = ?";

    private static final String OF_RANGE = " C.BUSINESS_DATE BETWEEN ? AND ?";
    private static final String SUMS_OF_RANGE = "SELECT COUNT(*) AS CYCLES,"
            + " COALESCE(SUM(PAYMENT_SLIPS), 0) AS PAYMENT_SLIPS,"
            + " COALESCE(SUM(CANCELLATION_SLIPS), 0) AS CANCELLATION_SLIPS,"
            + " COALESCE(SUM(GROSS_WON), 0) AS GROSS_WON, COALESCE(SUM(CANCELLED_WON), 0) AS CANCELLED_WON,"
            + " COALESCE(SUM(COMMISSION_WON), 0) AS COMMISSION_WON, COALESCE(SUM(NET_WON), 0) AS NET_WON"
            + " FROM SETTLEMENT_CYCLE C WHERE" + OF_RANGE;
    private static final String FRANCHISES_OF_RANGE = "SELECT COUNT(DISTINCT T.FRANCHISE_ID) AS FOUND, 0 AS AMOUNT_WON"
            + " FROM SETTLEMENT_CYCLE C JOIN SETTLEMENT T ON T.CYCLE_ID = C.CYCLE_ID WHERE" + OF_RANGE;
    private static final String MEMBERS_OF_RANGE = "SELECT COUNT(DISTINCT S.MEMBER_ID) AS FOUND, 0 AS AMOUNT_WON"
            + " FROM SETTLEMENT_CYCLE C JOIN SLIP S ON S.CYCLE_ID = C.CYCLE_ID AND S.KIND = 'PAYMENT' WHERE" + OF_RANGE;
    private static final String CARRIED_OF_RANGE = "SELECT COUNT(DISTINCT O.FRANCHISE_ID) AS FOUND,"
            + " COALESCE(SUM(O.AMOUNT_WON), 0) AS AMOUNT_WON FROM SETTLEMENT_CYCLE C"
            + " JOIN CARRY_OVER O ON O.CYCLE_ID = C.CYCLE_ID"
            + " LEFT JOIN SETTLEMENT_CYCLE B ON B.CYCLE_ID = O.TAKEN_BY_CYCLE_ID WHERE" + OF_RANGE
            + " AND (B.CYCLE_ID IS NULL OR B.BUSINESS_DATE > ?)";
    private static final String PAYOUTS_OF_RANGE = "SELECT COUNT(*) AS FOUND,"
            + " COALESCE(SUM(P.AMOUNT_WON), 0) AS AMOUNT_WON FROM SETTLEMENT_CYCLE C"
            + " JOIN PAYOUT P ON P.CYCLE_ID = C.CYCLE_ID WHERE" + OF_RANGE;
    private static final String PAID_OF_RANGE = PAYOUTS_OF_RANGE + " AND P.STATUS = 'COMPLETED'";
    private static final String OPEN_OF_RANGE = PAYOUTS_OF_RANGE + " AND P.STATUS IN ('REQUESTED', 'IN_DOUBT')";
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

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
    public void lockOpening() {
        if (jdbc.query(LOCK_OPENING, row -> row.getString("GUARD_NAME")).isEmpty()) {
            throw new IllegalStateException("the guard OPEN isn't there");
        }
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
        LocalDate before = request.afterAs(Days::day).orElse(LAST_DAY);
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
        return overlapping(new DateRange(first, LAST_DAY)).stream()
                .flatMap(DateRange::dates)
                .filter(date -> !date.isBefore(first))
                .collect(Collectors.toSet());
    }

    @Override
    public List<DateRange> overlapping(DateRange dates) {
        return entities.createQuery(
                        "SELECT c FROM Cycle c WHERE c.firstDate <= :last AND c.businessDate >= :first", Cycle.class)
                .setParameter("first", dates.first())
                .setParameter("last", dates.last())
                .getResultStream()
                .map(Cycle::dates)
                .toList();
    }

    @Override
    public RangeFigures figures(DateRange dates) {
        LocalDate first = dates.first();
        LocalDate last = dates.last();
        record Sums(long cycles, FrozenSlips frozen, Won commission, Won net) {}
        Sums sums = jdbc.query(
                        SUMS_OF_RANGE,
                        row -> new Sums(
                                row.getLong("CYCLES"),
                                new FrozenSlips(
                                        row.getLong("PAYMENT_SLIPS"),
                                        row.getLong("CANCELLATION_SLIPS"),
                                        Won.won(row.getLong("GROSS_WON")),
                                        Won.won(row.getLong("CANCELLED_WON"))),
                                Won.won(row.getLong("COMMISSION_WON")),
                                Won.won(row.getLong("NET_WON"))),
                        first,
                        last)
                .get(0);
        return new RangeFigures(
                sums.cycles(),
                sums.frozen(),
                sums.commission(),
                sums.net(),
                figure(FRANCHISES_OF_RANGE, first, last).count(),
                figure(MEMBERS_OF_RANGE, first, last).count(),
                figure(CARRIED_OF_RANGE, first, last, last),
                figure(PAID_OF_RANGE, first, last).amount(),
                figure(OPEN_OF_RANGE, first, last).count());
    }

    private Figure figure(String sql, @Nullable Object... dates) {
        return jdbc.query(sql, row -> new Figure(row.getLong("FOUND"), Won.won(row.getLong("AMOUNT_WON"))), dates)
                .get(0);
    }

    @Override
    public CycleFigures figures(CycleId id) {
        record Row(String part, String name, Figure figure, long undecided, LineTotals totals) {}
        Map<CarryReason, Figure> carried = new EnumMap<>(CarryReason.class);
        Map<PayoutStatus, Figure> payouts = new EnumMap<>(PayoutStatus.class);
        long carriedFranchises = 0;
        Won rebate = Won.ZERO;
        Won vat = Won.ZERO;
        Won vatOwed = Won.ZERO;
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
                id.value(),
                id.value(),
                id.value(),
                id.value(),
                id.value())) {
            switch (row.part()) {
                case "CARRIED" -> carried.put(CarryReason.valueOf(row.name()), row.figure());
                case "PAYOUT" -> payouts.put(PayoutStatus.valueOf(row.name()), row.figure());
                case "WAITING" -> carriedFranchises = row.figure().count();
                case "REBATE" -> rebate = row.figure().amount();
                case "VAT" -> vat = row.figure().amount();
                case "VAT_EXACT" ->
                    vatOwed = CommissionTerms.halfUp(row.figure().amount().value());
                default -> settled = row;
            }
        }
        return new CycleFigures(
                settled.figure().count(),
                settled.totals(),
                new CycleFigures.Charged(rebate, vat, vatOwed),
                settled.undecided(),
                settled.figure().amount(),
                carried,
                carriedFranchises,
                payouts);
    }
}
