package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.Charges;
import com.mypay.settlement.domain.CommissionTerms;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.FranchiseRange;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Outcome;
import com.mypay.settlement.domain.Reserve;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.SettlementLine;
import com.mypay.settlement.domain.SettlementPeriod;
import com.mypay.settlement.domain.SettlementTerms;
import com.mypay.settlement.domain.Settlements;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipId;
import com.mypay.settlement.domain.SlipKey;
import com.mypay.settlement.domain.SlipKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link Settlements} in the database: batches of inserts, keyset pages. */
@ApplicationScoped
public class JdbcSettlements implements Settlements {

    private static final String INSERT_LINE = "INSERT INTO SETTLEMENT_LINE (SLIP_ID, CYCLE_ID, FRANCHISE_ID, KIND,"
            + " AMOUNT_WON, COMMISSION_WON, NET_WON, GUID) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String EXISTING =
            "SELECT FRANCHISE_ID FROM SETTLEMENT WHERE CYCLE_ID = ? AND FRANCHISE_ID BETWEEN ? AND ?";
    private static final String ADD = "UPDATE SETTLEMENT SET PAYMENT_SLIPS = PAYMENT_SLIPS + ?,"
            + " CANCELLATION_SLIPS = CANCELLATION_SLIPS + ?, GROSS_WON = GROSS_WON + ?,"
            + " CANCELLED_WON = CANCELLED_WON + ?, COMMISSION_WON = COMMISSION_WON + ?, NET_WON = NET_WON + ?"
            + " WHERE CYCLE_ID = ? AND FRANCHISE_ID = ?";
    private static final String INSERT = "INSERT INTO SETTLEMENT (PAYMENT_SLIPS, CANCELLATION_SLIPS, GROSS_WON,"
            + " CANCELLED_WON, COMMISSION_WON, NET_WON, CYCLE_ID, FRANCHISE_ID, CARRIED_IN_WON, GUID)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)";
    private static final String LAST_FRANCHISE = "SELECT MAX(FRANCHISE_ID) AS FRANCHISE_ID FROM SETTLEMENT_LINE"
            + " WHERE CYCLE_ID = ? AND FRANCHISE_ID BETWEEN ? AND ?";
    private static final String LAST_SLIP =
            "SELECT MAX(SLIP_ID) AS SLIP_ID FROM SETTLEMENT_LINE WHERE CYCLE_ID = ? AND FRANCHISE_ID = ?";
    private static final String COLUMNS = "SELECT CYCLE_ID, FRANCHISE_ID, PAYMENT_SLIPS, CANCELLATION_SLIPS,"
            + " GROSS_WON, CANCELLED_WON, COMMISSION_WON, NET_WON, CARRIED_IN_WON, OUTCOME,"
            + " SETTLEMENT_PERIOD, MINIMUM_PAYOUT_WON, PAYOUT_HOLD, DUE_ON, PAYOUT_DELAY_DAYS, RESERVE_BASIS_POINTS,"
            + " RESERVE_DAYS, VAT_BASIS_POINTS, COMMISSION_TIERS, VOLUME_BEFORE_WON, REBATE_WON, VAT_WON FROM SETTLEMENT";
    private static final String PAGE = COLUMNS + " WHERE CYCLE_ID = ? AND FRANCHISE_ID > ?"
            + " ORDER BY CYCLE_ID, FRANCHISE_ID FETCH FIRST ? ROWS ONLY";
    private static final String UNDECIDED = COLUMNS + " WHERE CYCLE_ID = ? AND FRANCHISE_ID > ? AND OUTCOME IS NULL"
            + " ORDER BY CYCLE_ID, FRANCHISE_ID FETCH FIRST ? ROWS ONLY";
    private static final String FIND = COLUMNS + " WHERE CYCLE_ID = ? AND FRANCHISE_ID = ?";
    private static final String DECIDE = "UPDATE SETTLEMENT SET CARRIED_IN_WON = ?, OUTCOME = ?,"
            + " SETTLEMENT_PERIOD = ?, MINIMUM_PAYOUT_WON = ?, PAYOUT_HOLD = ?, DUE_ON = ?,"
            + " PAYOUT_DELAY_DAYS = ?, RESERVE_BASIS_POINTS = ?, RESERVE_DAYS = ?, VAT_BASIS_POINTS = ?,"
            + " COMMISSION_TIERS = ?, VOLUME_BEFORE_WON = ?, REBATE_WON = ?, VAT_WON = ?"
            + " WHERE CYCLE_ID = ? AND FRANCHISE_ID = ? AND OUTCOME IS NULL";
    private static final String LOCK_VOLUMES = "SELECT FRANCHISE_ID FROM FRANCHISE WHERE FRANCHISE_ID BETWEEN ? AND ?"
            + " AND COMMISSION_TIERS <> '-' ORDER BY FRANCHISE_ID FOR UPDATE WAIT 30";
    private static final String VOLUMES = "SELECT T.FRANCHISE_ID, SUM(T.GROSS_WON - T.CANCELLED_WON) AS VOLUME_WON"
            + " FROM SETTLEMENT_CYCLE C JOIN SETTLEMENT T ON T.CYCLE_ID = C.CYCLE_ID"
            + " WHERE C.BUSINESS_DATE BETWEEN ? AND ? AND C.CYCLE_ID <> ? AND T.FRANCHISE_ID BETWEEN ? AND ?"
            + " AND T.OUTCOME IS NOT NULL GROUP BY T.FRANCHISE_ID";
    private static final String SUM_OF_LINES =
            "SELECT" + SqlTotals.SUMS_OF_LINES + " FROM SETTLEMENT_LINE WHERE CYCLE_ID = ?";
    private static final String LINES =
            "SELECT L.CYCLE_ID, C.BUSINESS_DATE AS CYCLE_DATE, L.COMMISSION_WON, L.NET_WON, "
                    + SqlSlips.COLUMNS
                    + " FROM SETTLEMENT_LINE L JOIN SLIP S ON S.SLIP_ID = L.SLIP_ID"
                    + " JOIN SETTLEMENT_CYCLE C ON C.CYCLE_ID = L.CYCLE_ID";
    private static final String LINE_PAGE = LINES + " WHERE L.CYCLE_ID = ? AND L.FRANCHISE_ID = ? AND L.SLIP_ID > ?"
            + " ORDER BY L.SLIP_ID FETCH FIRST ? ROWS ONLY";
    private static final String LINE = LINES + " WHERE L.SLIP_ID = ?";

    private static final String OWN =
            "SELECT SLIP_ID, FRANCHISE_ID, KIND, AMOUNT_WON, COMMISSION_WON, NET_WON FROM SETTLEMENT_LINE";
    private static final String OWN_ORDER = " ORDER BY CYCLE_ID, FRANCHISE_ID, SLIP_ID FETCH FIRST ? ROWS ONLY";
    private static final String LINES_OF_SAME =
            OWN + " WHERE CYCLE_ID = ? AND FRANCHISE_ID = ? AND SLIP_ID > ?" + OWN_ORDER;
    private static final String LINES_OF_NEXT = OWN + " WHERE CYCLE_ID = ? AND FRANCHISE_ID > ?" + OWN_ORDER;

    private final Jdbc jdbc;

    @Inject
    public JdbcSettlements(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcSettlements() {
        this(null);
    }

    @Override
    public void addLines(CycleId cycleId, List<SettlementLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        String guid = CallContext.current().guid().value();
        List<@Nullable Object[]> rows = new ArrayList<>(lines.size());
        Map<MemberId, LineTotals> sums = new TreeMap<>();
        for (SettlementLine line : lines) {
            rows.add(new @Nullable Object[] {
                line.slipId().value(),
                cycleId.value(),
                line.franchiseId().value(),
                line.kind().name(),
                line.amount().value(),
                line.commission().value(),
                line.net().value(),
                guid
            });
            sums.merge(line.franchiseId(), LineTotals.NONE.plus(line), LineTotals::plus);
        }
        jdbc.batch(INSERT_LINE, rows);
        addSums(cycleId, sums, guid);
    }

    private void addSums(CycleId cycleId, Map<MemberId, LineTotals> sums, String guid) {
        List<MemberId> franchiseIds = List.copyOf(sums.keySet());
        Set<Long> existing = new HashSet<>(jdbc.query(
                EXISTING,
                row -> row.getLong("FRANCHISE_ID"),
                cycleId.value(),
                franchiseIds.get(0).value(),
                franchiseIds.get(franchiseIds.size() - 1).value()));
        List<@Nullable Object[]> updates = new ArrayList<>();
        List<@Nullable Object[]> inserts = new ArrayList<>();
        sums.forEach((franchiseId, sum) -> {
            if (existing.contains(franchiseId.value())) {
                updates.add(parameters(cycleId, franchiseId, sum));
            } else {
                inserts.add(parameters(cycleId, franchiseId, sum, guid));
            }
        });
        jdbc.batch(ADD, updates);
        jdbc.batch(INSERT, inserts);
    }

    private static @Nullable Object[] parameters(
            CycleId cycleId, MemberId franchiseId, LineTotals sum, @Nullable Object... more) {
        List<@Nullable Object> values = new ArrayList<>(List.of(
                sum.paymentSlips(),
                sum.cancellationSlips(),
                sum.gross().value(),
                sum.cancelled().value(),
                sum.commission().value(),
                sum.net().value(),
                cycleId.value(),
                franchiseId.value()));
        values.addAll(java.util.Arrays.asList(more));
        return values.toArray();
    }

    @Override
    public Optional<SlipKey> lastLine(CycleId cycleId, FranchiseRange range) {
        long franchiseId = jdbc.query(
                        LAST_FRANCHISE,
                        row -> row.getLong("FRANCHISE_ID"),
                        cycleId.value(),
                        range.first().value(),
                        range.last().value())
                .get(0);
        if (franchiseId == 0) {
            return Optional.empty();
        }
        String slipId = jdbc.query(LAST_SLIP, row -> row.getString("SLIP_ID"), cycleId.value(), franchiseId)
                .get(0);
        return Optional.of(new SlipKey(new MemberId(franchiseId), new SlipId(slipId)));
    }

    @Override
    public void addWithoutSlips(CycleId cycleId, List<MemberId> franchiseIds) {
        String guid = CallContext.current().guid().value();
        jdbc.batch(
                INSERT,
                franchiseIds.stream()
                        .map(franchiseId -> parameters(cycleId, franchiseId, LineTotals.NONE, guid))
                        .toList());
    }

    @Override
    public List<Settlement> undecided(CycleId cycleId, long afterFranchiseId, int limit) {
        return jdbc.query(UNDECIDED, JdbcSettlements::read, cycleId.value(), afterFranchiseId, limit);
    }

    @Override
    public void decide(List<Settlement> decided) {
        int changed = jdbc.batch(
                DECIDE,
                decided.stream()
                        .map(settlement -> new @Nullable Object[] {
                            settlement.carriedIn().value(),
                            Objects.requireNonNull(settlement.outcome()).name(),
                            Objects.requireNonNull(settlement.terms()).period().name(),
                            settlement.terms().minimumPayout().value(),
                            settlement.terms().hold() ? 1 : 0,
                            settlement.dueOn(),
                            settlement.terms().payoutDelay(),
                            settlement.terms().reserve().rate().value(),
                            settlement.terms().reserve().days(),
                            settlement.terms().commission().vat().value(),
                            settlement.terms().commission().tiersText(),
                            settlement.charges().volumeBefore().value(),
                            settlement.charges().rebate().value(),
                            settlement.charges().vat().value(),
                            settlement.cycleId().value(),
                            settlement.franchiseId().value()
                        })
                        .toList());
        if (changed != decided.size()) {
            throw new IllegalStateException(
                    "of " + decided.size() + " settlements only " + changed + " waited for their decision");
        }
    }

    @Override
    public void lockVolumes(MemberId first, MemberId last) {
        jdbc.query(LOCK_VOLUMES, row -> row.getLong("FRANCHISE_ID"), first.value(), last.value());
    }

    @Override
    public Map<MemberId, Won> volumes(DateRange dates, CycleId except, MemberId first, MemberId last) {
        Map<MemberId, Won> volumes = new HashMap<>();
        jdbc.query(
                VOLUMES,
                row -> volumes.put(new MemberId(row.getLong("FRANCHISE_ID")), Won.won(row.getLong("VOLUME_WON"))),
                dates.first(),
                dates.last(),
                except.value(),
                first.value(),
                last.value());
        return volumes;
    }

    @Override
    public LineTotals sumOfLines(CycleId cycleId) {
        return jdbc.query(SUM_OF_LINES, SqlTotals::read, cycleId.value()).get(0);
    }

    @Override
    public Optional<Settlement> find(CycleId cycleId, MemberId franchiseId) {
        return jdbc.queryOne(FIND, JdbcSettlements::read, cycleId.value(), franchiseId.value());
    }

    @Override
    public Page<Settlement> page(CycleId cycleId, PageRequest request) {
        long after = request.afterAs(Long::parseLong).orElse(0L);
        return Page.of(
                jdbc.query(PAGE, JdbcSettlements::read, cycleId.value(), after, request.rowsToRead()),
                request,
                settlement -> settlement.franchiseId().toString());
    }

    @Override
    public Page<LineOfSlip> lines(CycleId cycleId, MemberId franchiseId, PageRequest request) {
        String after = request.afterAs(SlipId::new).map(SlipId::value).orElse("-");
        return Page.of(
                jdbc.query(
                        LINE_PAGE,
                        JdbcSettlements::readLine,
                        cycleId.value(),
                        franchiseId.value(),
                        after,
                        request.rowsToRead()),
                request,
                line -> line.slip().id().value());
    }

    @Override
    public List<SettlementLine> linesAfter(CycleId cycleId, SlipKey after, int limit) {
        long franchiseId = after.franchiseId().value();
        List<SettlementLine> lines = new ArrayList<>(jdbc.query(
                LINES_OF_SAME,
                JdbcSettlements::readOwn,
                cycleId.value(),
                franchiseId,
                after.slipId().value(),
                limit));
        if (lines.size() < limit) {
            lines.addAll(jdbc.query(
                    LINES_OF_NEXT, JdbcSettlements::readOwn, cycleId.value(), franchiseId, limit - lines.size()));
        }
        return lines;
    }

    private static SettlementLine readOwn(ResultSet row) throws SQLException {
        return new SettlementLine(
                new SlipId(row.getString("SLIP_ID")),
                new MemberId(row.getLong("FRANCHISE_ID")),
                SlipKind.valueOf(row.getString("KIND")),
                Won.won(row.getLong("AMOUNT_WON")),
                Won.won(row.getLong("COMMISSION_WON")),
                Won.won(row.getLong("NET_WON")));
    }

    @Override
    public Optional<LineOfSlip> line(SlipId slipId) {
        return jdbc.queryOne(LINE, JdbcSettlements::readLine, slipId.value());
    }

    private static Settlement read(ResultSet row) throws SQLException {
        String outcome = row.getString("OUTCOME");
        return new Settlement(
                new CycleId(row.getString("CYCLE_ID")),
                new MemberId(row.getLong("FRANCHISE_ID")),
                SqlTotals.read(row),
                Won.won(row.getLong("CARRIED_IN_WON")),
                outcome == null ? null : Outcome.valueOf(outcome),
                readTerms(row),
                Jdbc.day(row, "DUE_ON"),
                new Charges(
                        Won.won(row.getLong("VOLUME_BEFORE_WON")),
                        Won.won(row.getLong("REBATE_WON")),
                        Won.won(row.getLong("VAT_WON"))));
    }

    /** @return {@code null} of one that isn't decided, or was before terms were kept with it */
    private static @Nullable SettlementTerms readTerms(ResultSet row) throws SQLException {
        String period = row.getString("SETTLEMENT_PERIOD");
        return period == null
                ? null
                : new SettlementTerms(
                        SettlementPeriod.valueOf(period),
                        Won.won(row.getLong("MINIMUM_PAYOUT_WON")),
                        row.getInt("PAYOUT_HOLD") == 1,
                        row.getInt("PAYOUT_DELAY_DAYS"),
                        new Reserve(
                                BasisPoints.basisPoints(row.getInt("RESERVE_BASIS_POINTS")),
                                row.getInt("RESERVE_DAYS")),
                        new CommissionTerms(
                                BasisPoints.basisPoints(row.getInt("VAT_BASIS_POINTS")),
                                CommissionTerms.parseTiers(
                                        Objects.requireNonNullElse(row.getString("COMMISSION_TIERS"), "-"))));
    }

    private static LineOfSlip readLine(ResultSet row) throws SQLException {
        Slip slip = SqlSlips.read(row);
        return new LineOfSlip(
                new CycleId(row.getString("CYCLE_ID")),
                Objects.requireNonNull(Jdbc.day(row, "CYCLE_DATE")),
                new SettlementLine(
                        slip.id(),
                        slip.franchiseId(),
                        SlipKind.valueOf(row.getString("KIND")),
                        slip.amount(),
                        Won.won(row.getLong("COMMISSION_WON")),
                        Won.won(row.getLong("NET_WON"))),
                slip);
    }
}
