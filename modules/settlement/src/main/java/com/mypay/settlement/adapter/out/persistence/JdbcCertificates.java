package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.Certificate;
import com.mypay.settlement.domain.Certificates;
import com.mypay.settlement.domain.CycleFigures.Figure;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleRow;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Seal;
import com.mypay.settlement.domain.SlipKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link Certificates} in the database. Rows are read as they stand there, without the checks of the domain: whoever looks
 * for what was changed by hand has to be able to read it.
 */
@ApplicationScoped
public class JdbcCertificates implements Certificates {

    private static final String INSERT_SEAL =
            "INSERT INTO CYCLE_SEAL (CYCLE_ID, SEAL_NO, ROW_KIND, LAST_KEY, ROW_COUNT,"
                    + " FINGERPRINTS, PREVIOUS_HASH, SEAL_HASH) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SEALS = "SELECT CYCLE_ID, SEAL_NO, ROW_KIND, LAST_KEY, ROW_COUNT, FINGERPRINTS,"
            + " PREVIOUS_HASH, SEAL_HASH FROM CYCLE_SEAL WHERE CYCLE_ID = ?";
    private static final String LAST_SEAL =
            SEALS + " AND SEAL_NO = (SELECT MAX(M.SEAL_NO) FROM CYCLE_SEAL M WHERE M.CYCLE_ID = ?)";
    private static final String NEXT_SEALS = SEALS + " AND SEAL_NO > ? ORDER BY SEAL_NO FETCH FIRST ? ROWS ONLY";

    private static final String LINES = "SELECT L.SLIP_ID, L.CYCLE_ID, L.FRANCHISE_ID, L.KIND, L.AMOUNT_WON,"
            + " L.COMMISSION_WON, L.NET_WON, L.GUID, S.CYCLE_ID AS SLIP_CYCLE_ID, S.KIND AS SLIP_KIND, S.PAYMENT_ID,"
            + " S.FRANCHISE_ID AS SLIP_FRANCHISE_ID, S.MEMBER_ID, S.AMOUNT_WON AS SLIP_AMOUNT_WON,"
            + " S.REMAINING_BEFORE_WON, S.COMMISSION_BASIS_POINTS, S.APPROVED_AT, S.BUSINESS_DATE,"
            + " S.GUID AS SLIP_GUID FROM SETTLEMENT_LINE L LEFT JOIN SLIP S ON S.SLIP_ID = L.SLIP_ID"
            + " WHERE L.CYCLE_ID = ?";
    private static final String LINE_ORDER = " ORDER BY L.CYCLE_ID, L.FRANCHISE_ID, L.SLIP_ID FETCH FIRST ? ROWS ONLY";
    private static final String SAME_FRANCHISE = LINES + " AND L.FRANCHISE_ID = ? AND L.SLIP_ID > ?" + LINE_ORDER;
    private static final String NEXT_FRANCHISES = LINES + " AND L.FRANCHISE_ID > ?" + LINE_ORDER;
    private static final String ORDER = " ORDER BY CYCLE_ID, FRANCHISE_ID FETCH FIRST ? ROWS ONLY";
    private static final String SETTLEMENTS = "SELECT CYCLE_ID, FRANCHISE_ID, PAYMENT_SLIPS, CANCELLATION_SLIPS,"
            + " GROSS_WON, CANCELLED_WON, COMMISSION_WON, NET_WON, CARRIED_IN_WON, OUTCOME,"
            + " SETTLEMENT_PERIOD, MINIMUM_PAYOUT_WON, PAYOUT_HOLD, GUID, DUE_ON, PAYOUT_DELAY_DAYS, RESERVE_BASIS_POINTS,"
            + " RESERVE_DAYS, VAT_BASIS_POINTS, COMMISSION_TIERS, VOLUME_BEFORE_WON, REBATE_WON, VAT_WON FROM SETTLEMENT"
            + " WHERE CYCLE_ID = ? AND FRANCHISE_ID > ?" + ORDER;
    /** Terms that came later: not in the canonical form of a settlement that was decided without them. */
    private static final int LATER_TERMS = 4;

    private static final int LATER_CHARGES = 5;

    private static final String PAYOUTS = "SELECT CYCLE_ID, FRANCHISE_ID, PAYOUT_ID, AMOUNT_WON, REQUESTED_AT, GUID"
            + " FROM PAYOUT WHERE CYCLE_ID = ? AND FRANCHISE_ID > ?" + ORDER;
    private static final String CARRY_OVERS = "SELECT CYCLE_ID, FRANCHISE_ID, AMOUNT_WON, REASON, DUE_ON, CREATED_AT,"
            + " GUID, PART FROM CARRY_OVER WHERE CYCLE_ID = ? AND (FRANCHISE_ID > ?"
            + " OR (FRANCHISE_ID = ? AND PART > ?)) AND REASON <> 'REFUSED'"
            + " ORDER BY CYCLE_ID, FRANCHISE_ID, PART FETCH FIRST ? ROWS ONLY";

    private static final String INSERT =
            "INSERT INTO CYCLE_CERTIFICATE (CERTIFICATE_NO, CYCLE_ID, FIRST_DATE, BUSINESS_DATE, CYCLE_NUMBER,"
                    + " FROZEN_AT, PAYMENT_SLIPS, CANCELLATION_SLIPS, GROSS_WON, CANCELLED_WON, COMMISSION_WON, NET_WON,"
                    + " MEMBERS, SETTLEMENTS, CARRIED_IN_WON, PAYOUTS, PAYOUTS_WON, CARRY_OVERS, CARRY_OVERS_WON, SEALS,"
                    + " SEALS_HASH, CERTIFIED_AT, GUID, PREVIOUS_HASH, CERTIFICATE_HASH) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String COLUMNS =
            "SELECT CERTIFICATE_NO, CYCLE_ID, FIRST_DATE, BUSINESS_DATE, CYCLE_NUMBER, FROZEN_AT, PAYMENT_SLIPS,"
                    + " CANCELLATION_SLIPS, GROSS_WON, CANCELLED_WON, COMMISSION_WON, NET_WON, MEMBERS, SETTLEMENTS,"
                    + " CARRIED_IN_WON, PAYOUTS, PAYOUTS_WON, CARRY_OVERS, CARRY_OVERS_WON, SEALS, SEALS_HASH,"
                    + " CERTIFIED_AT, GUID, PREVIOUS_HASH, CERTIFICATE_HASH FROM CYCLE_CERTIFICATE";
    private static final String LAST =
            COLUMNS + " WHERE CERTIFICATE_NO = (SELECT MAX(M.CERTIFICATE_NO) FROM CYCLE_CERTIFICATE M)";
    private static final String FIND = COLUMNS + " WHERE CERTIFICATE_NO = ?";
    private static final String OF_CYCLE = COLUMNS + " WHERE CYCLE_ID = ?";
    private static final String AFTER =
            COLUMNS + " WHERE CERTIFICATE_NO > ? ORDER BY CERTIFICATE_NO FETCH FIRST ? ROWS ONLY";
    private static final String LOCK_CHAIN =
            "SELECT GUARD_NAME FROM CYCLE_GUARD WHERE GUARD_NAME = 'CERTIFY' FOR UPDATE WAIT 60";
    private static final String UNCERTIFIED = "SELECT C.CYCLE_ID FROM SETTLEMENT_CYCLE C"
            + " LEFT JOIN CYCLE_CERTIFICATE X ON X.CYCLE_ID = C.CYCLE_ID"
            + " WHERE C.STATUS = 'CLOSED' AND X.CYCLE_ID IS NULL"
            + " AND NOT EXISTS (SELECT 1 FROM CYCLE_CERTIFICATE F WHERE F.CERTIFICATE_NO = 1"
            + " AND F.CERTIFIED_AT > C.CLOSED_AT) ORDER BY C.BUSINESS_DATE FETCH FIRST ? ROWS ONLY";

    private final Jdbc jdbc;

    @Inject
    public JdbcCertificates(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcCertificates() {
        this(null);
    }

    @Override
    public Optional<Seal> lastSeal(CycleId cycleId) {
        return jdbc.queryOne(LAST_SEAL, JdbcCertificates::readSeal, cycleId.value(), cycleId.value());
    }

    @Override
    public void addSeals(List<Seal> seals) {
        jdbc.batch(
                INSERT_SEAL,
                seals.stream()
                        .map(seal -> new @Nullable Object[] {
                            seal.cycleId().value(),
                            seal.number(),
                            seal.kind().name(),
                            seal.lastKey(),
                            seal.rows(),
                            seal.fingerprints(),
                            seal.previousHash(),
                            seal.hash()
                        })
                        .toList());
    }

    @Override
    public List<Seal> seals(CycleId cycleId, int afterNumber, int limit) {
        return jdbc.query(NEXT_SEALS, JdbcCertificates::readSeal, cycleId.value(), afterNumber, limit);
    }

    @Override
    public List<CycleRow> rows(CycleId cycleId, CycleRow.Kind kind, String afterKey, int limit) {
        if (kind == CycleRow.Kind.LINE) {
            return lines(cycleId, afterKey, limit);
        }
        if (kind == CycleRow.Kind.CARRY_OVER) {
            return carryOvers(cycleId, afterKey, limit);
        }
        String sql = kind == CycleRow.Kind.PAYOUT ? PAYOUTS : SETTLEMENTS;
        long after = afterKey.isEmpty() ? 0 : Long.parseLong(afterKey);
        return jdbc.query(
                sql,
                row -> CycleRow.of(kind, row.getString("FRANCHISE_ID"), values(row, columnsOf(kind, row))),
                cycleId.value(),
                after,
                limit);
    }

    private static int columnsOf(CycleRow.Kind kind, ResultSet row) throws SQLException {
        int all = row.getMetaData().getColumnCount();
        if (kind != CycleRow.Kind.SETTLEMENT || row.getString("VAT_WON") != null) {
            return all;
        }
        int without = all - LATER_CHARGES;
        return row.getString("DUE_ON") == null ? without - LATER_TERMS : without;
    }

    private List<CycleRow> carryOvers(CycleId cycleId, String afterKey, int limit) {
        CarryOver.Key after = afterKey.isEmpty()
                ? new CarryOver.Key(new MemberId(1), CarryOver.Part.DECIDED)
                : CarryOver.Key.parse(afterKey);
        long franchiseId = after.franchiseId().value();
        return jdbc.query(
                CARRY_OVERS,
                JdbcCertificates::readCarryOver,
                cycleId.value(),
                franchiseId,
                franchiseId,
                after.part().name(),
                limit);
    }

    /** The part is in the key. */
    private static CycleRow readCarryOver(ResultSet row) throws SQLException {
        CarryOver.Key key = new CarryOver.Key(
                new MemberId(row.getLong("FRANCHISE_ID")), CarryOver.Part.valueOf(row.getString("PART")));
        return CycleRow.of(
                CycleRow.Kind.CARRY_OVER,
                key.toString(),
                values(row, row.getMetaData().getColumnCount() - 1));
    }

    private List<CycleRow> lines(CycleId cycleId, String afterKey, int limit) {
        SlipKey after = afterKey.isEmpty() ? SlipKey.before(new MemberId(1)) : SlipKey.parse(afterKey);
        long franchiseId = after.franchiseId().value();
        List<CycleRow> rows = new ArrayList<>(jdbc.query(
                SAME_FRANCHISE,
                JdbcCertificates::readLine,
                cycleId.value(),
                franchiseId,
                after.slipId().value(),
                limit));
        if (rows.size() < limit) {
            rows.addAll(jdbc.query(
                    NEXT_FRANCHISES, JdbcCertificates::readLine, cycleId.value(), franchiseId, limit - rows.size()));
        }
        return rows;
    }

    private static CycleRow readLine(ResultSet row) throws SQLException {
        return CycleRow.of(
                CycleRow.Kind.LINE,
                row.getString("FRANCHISE_ID") + ":" + row.getString("SLIP_ID"),
                values(row, row.getMetaData().getColumnCount()));
    }

    /** The first columns in their order, in the canonical form's terms. */
    private static List<Object> values(ResultSet row, int columns) throws SQLException {
        List<Object> values = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
            String name = row.getMetaData().getColumnLabel(column);
            @Nullable Object value = switch (name) {
                case "APPROVED_AT", "REQUESTED_AT", "CREATED_AT" -> Jdbc.instant(row, name);
                case "BUSINESS_DATE", "DUE_ON" -> Jdbc.day(row, name);
                default -> row.getString(column);
            };
            values.add(value == null ? "-" : value);
        }
        return values;
    }

    @Override
    public void lockChain() {
        if (jdbc.query(LOCK_CHAIN, row -> row.getString("GUARD_NAME")).isEmpty()) {
            throw new IllegalStateException("the guard CERTIFY isn't there");
        }
    }

    @Override
    public void add(Certificate certificate) {
        Certificate.Contents contents = certificate.contents();
        LineTotals lines = contents.lines();
        jdbc.update(
                INSERT,
                certificate.number(),
                contents.cycleId().value(),
                contents.firstDate(),
                contents.businessDate(),
                contents.cycleNumber(),
                contents.frozenAt(),
                lines.paymentSlips(),
                lines.cancellationSlips(),
                lines.gross().value(),
                lines.cancelled().value(),
                lines.commission().value(),
                lines.net().value(),
                contents.members(),
                contents.settlements(),
                contents.carriedIn().value(),
                contents.payouts().count(),
                contents.payouts().amount().value(),
                contents.carriedOver().count(),
                contents.carriedOver().amount().value(),
                contents.seals(),
                contents.sealsHash(),
                contents.certifiedAt(),
                contents.guid(),
                certificate.previousHash(),
                certificate.hash());
    }

    @Override
    public Optional<Certificate> last() {
        return jdbc.queryOne(LAST, JdbcCertificates::read);
    }

    @Override
    public Optional<Certificate> find(long number) {
        return jdbc.queryOne(FIND, JdbcCertificates::read, number);
    }

    @Override
    public Optional<Certificate> find(CycleId cycleId) {
        return jdbc.queryOne(OF_CYCLE, JdbcCertificates::read, cycleId.value());
    }

    @Override
    public List<Certificate> after(long number, int limit) {
        return jdbc.query(AFTER, JdbcCertificates::read, number, limit);
    }

    @Override
    public List<CycleId> uncertified(int limit) {
        return jdbc.query(UNCERTIFIED, row -> new CycleId(row.getString("CYCLE_ID")), limit);
    }

    private static Seal readSeal(ResultSet row) throws SQLException {
        return new Seal(
                new CycleId(row.getString("CYCLE_ID")),
                row.getInt("SEAL_NO"),
                CycleRow.Kind.valueOf(row.getString("ROW_KIND")),
                row.getString("LAST_KEY"),
                row.getInt("ROW_COUNT"),
                row.getString("FINGERPRINTS"),
                row.getString("PREVIOUS_HASH"),
                row.getString("SEAL_HASH"));
    }

    private static Certificate read(ResultSet row) throws SQLException {
        return new Certificate(
                row.getLong("CERTIFICATE_NO"),
                new Certificate.Contents(
                        new CycleId(row.getString("CYCLE_ID")),
                        Objects.requireNonNull(Jdbc.day(row, "FIRST_DATE")),
                        Objects.requireNonNull(Jdbc.day(row, "BUSINESS_DATE")),
                        row.getInt("CYCLE_NUMBER"),
                        Objects.requireNonNull(Jdbc.instant(row, "FROZEN_AT")),
                        SqlTotals.read(row),
                        row.getLong("MEMBERS"),
                        row.getLong("SETTLEMENTS"),
                        Won.won(row.getLong("CARRIED_IN_WON")),
                        new Figure(row.getLong("PAYOUTS"), Won.won(row.getLong("PAYOUTS_WON"))),
                        new Figure(row.getLong("CARRY_OVERS"), Won.won(row.getLong("CARRY_OVERS_WON"))),
                        row.getInt("SEALS"),
                        row.getString("SEALS_HASH"),
                        Objects.requireNonNull(Jdbc.instant(row, "CERTIFIED_AT")),
                        row.getString("GUID")),
                row.getString("PREVIOUS_HASH"),
                row.getString("CERTIFICATE_HASH"));
    }
}
