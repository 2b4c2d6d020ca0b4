package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.FranchiseRange;
import com.mypay.settlement.domain.FranchiseRange.Weight;
import com.mypay.settlement.domain.FrozenSlips;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipId;
import com.mypay.settlement.domain.SlipKey;
import com.mypay.settlement.domain.SlipKind;
import com.mypay.settlement.domain.Slips;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@link Slips} in the database. The pages of the settle step are written so that they are read off {@code
 * SLIP_CYCLE_IX} in its order: the ORDER BY names the whole index, and a page is at most two seeks.
 */
@ApplicationScoped
public class JdbcSlips implements Slips {

    private static final String FIND = "SELECT " + SqlSlips.COLUMNS + " FROM SLIP S WHERE S.SLIP_ID = ?";
    private static final String FREEZE_DATES =
            "UPDATE SLIP SET CYCLE_ID = ? WHERE CYCLE_ID IS NULL AND BUSINESS_DATE BETWEEN ? AND ?";
    private static final String FREEZE_LATE = "UPDATE SLIP SET CYCLE_ID = ?"
            + " WHERE CYCLE_ID IS NULL AND BUSINESS_DATE < ? AND EXISTS (SELECT 1 FROM SETTLEMENT_CYCLE C"
            + " WHERE C.FIRST_DATE <= SLIP.BUSINESS_DATE AND C.BUSINESS_DATE >= SLIP.BUSINESS_DATE"
            + " AND C.BUSINESS_DATE < ?)";
    private static final String COUNT_FROZEN = "SELECT KIND, COUNT(*) AS SLIPS, SUM(AMOUNT_WON) AS AMOUNT_WON"
            + " FROM SLIP WHERE CYCLE_ID = ? GROUP BY KIND";
    private static final String WEIGHTS = "SELECT FRANCHISE_ID, COUNT(*) AS SLIPS FROM SLIP"
            + " WHERE CYCLE_ID = ? GROUP BY FRANCHISE_ID ORDER BY FRANCHISE_ID";
    private static final String ORDER = " ORDER BY S.CYCLE_ID, S.FRANCHISE_ID, S.SLIP_ID FETCH FIRST ? ROWS ONLY";
    private static final String SAME_FRANCHISE = "SELECT " + SqlSlips.COLUMNS
            + " FROM SLIP S WHERE S.CYCLE_ID = ? AND S.FRANCHISE_ID = ? AND S.SLIP_ID > ?" + ORDER;
    private static final String NEXT_FRANCHISES = "SELECT " + SqlSlips.COLUMNS
            + " FROM SLIP S WHERE S.CYCLE_ID = ? AND S.FRANCHISE_ID > ? AND S.FRANCHISE_ID <= ?" + ORDER;
    private static final String MEMBERS =
            "SELECT COUNT(DISTINCT MEMBER_ID) AS MEMBERS FROM SLIP WHERE CYCLE_ID = ? AND KIND = 'PAYMENT'";
    private static final String COUNTS = "SELECT KIND, COUNT(*) AS SLIPS,"
            + " SUM(CASE WHEN CYCLE_ID IS NULL THEN 1 ELSE 0 END) AS WAITING"
            + " FROM SLIP WHERE BUSINESS_DATE = ? GROUP BY KIND";
    private static final String EARLIEST = "SELECT MIN(BUSINESS_DATE) AS BUSINESS_DATE FROM SLIP";

    private final Jdbc jdbc;

    @Inject
    public JdbcSlips(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcSlips() {
        this(null);
    }

    @Override
    public void add(Slip slip, Instant receivedAt) {
        jdbc.update(SqlSlips.INSERT, SqlSlips.values(slip, receivedAt, null));
    }

    @Override
    public Optional<Slip> find(SlipId id) {
        return jdbc.queryOne(FIND, SqlSlips::read, id.value());
    }

    @Override
    public FrozenSlips freeze(CycleId cycleId, DateRange dates) {
        jdbc.update(FREEZE_DATES, cycleId.value(), dates.first(), dates.last());
        jdbc.update(FREEZE_LATE, cycleId.value(), dates.first(), dates.first());
        record Row(SlipKind kind, long slips, long amountWon) {}
        Map<SlipKind, Row> rows = new EnumMap<>(SlipKind.class);
        jdbc.query(
                        COUNT_FROZEN,
                        row -> new Row(
                                SlipKind.valueOf(row.getString("KIND")),
                                row.getLong("SLIPS"),
                                row.getLong("AMOUNT_WON")),
                        cycleId.value())
                .forEach(row -> rows.put(row.kind(), row));
        Row none = new Row(SlipKind.PAYMENT, 0, 0);
        Row payments = rows.getOrDefault(SlipKind.PAYMENT, none);
        Row cancellations = rows.getOrDefault(SlipKind.CANCELLATION, none);
        return new FrozenSlips(
                payments.slips(),
                cancellations.slips(),
                Won.won(payments.amountWon()),
                Won.won(cancellations.amountWon()));
    }

    @Override
    public List<Weight> weights(CycleId cycleId) {
        return jdbc.query(
                WEIGHTS,
                row -> new Weight(new MemberId(row.getLong("FRANCHISE_ID")), row.getLong("SLIPS")),
                cycleId.value());
    }

    @Override
    public List<Slip> frozen(CycleId cycleId, FranchiseRange range, SlipKey after, int limit) {
        long franchiseId = after.franchiseId().value();
        List<Slip> page = new ArrayList<>(jdbc.query(
                SAME_FRANCHISE,
                SqlSlips::read,
                cycleId.value(),
                franchiseId,
                after.slipId().value(),
                limit));
        if (page.size() < limit) {
            page.addAll(jdbc.query(
                    NEXT_FRANCHISES,
                    SqlSlips::read,
                    cycleId.value(),
                    franchiseId,
                    range.last().value(),
                    limit - page.size()));
        }
        return page;
    }

    @Override
    public long payingMembers(CycleId cycleId) {
        return jdbc.query(MEMBERS, row -> row.getLong("MEMBERS"), cycleId.value())
                .get(0);
    }

    @Override
    public SlipCounts counts(LocalDate businessDate) {
        record Row(SlipKind kind, long slips, long waiting) {}
        long payments = 0;
        long cancellations = 0;
        long waiting = 0;
        for (Row row : jdbc.query(
                COUNTS,
                row -> new Row(SlipKind.valueOf(row.getString("KIND")), row.getLong("SLIPS"), row.getLong("WAITING")),
                businessDate)) {
            payments += row.kind() == SlipKind.PAYMENT ? row.slips() : 0;
            cancellations += row.kind() == SlipKind.CANCELLATION ? row.slips() : 0;
            waiting += row.waiting();
        }
        return new SlipCounts(payments, cancellations, waiting);
    }

    @Override
    public Optional<LocalDate> earliestDate() {
        return jdbc.query(EARLIEST, row -> Optional.ofNullable(Jdbc.day(row, "BUSINESS_DATE"))).stream()
                .findFirst()
                .flatMap(date -> date);
    }
}
