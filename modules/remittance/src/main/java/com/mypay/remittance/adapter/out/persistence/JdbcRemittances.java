package com.mypay.remittance.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.Remittance.Accepted;
import com.mypay.remittance.domain.Remittance.Order;
import com.mypay.remittance.domain.Remittance.Progress;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.RemittanceMove;
import com.mypay.remittance.domain.RemittanceStatus;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Remittances} in {@code REMITTANCE} and {@code REMITTANCE_HISTORY}, by plain SQL: see {@link Remittance}. */
@ApplicationScoped
public class JdbcRemittances implements Remittances {

    private static final String ACCEPTED = "REMITTANCE_ID, SENDER_ID, SENDER_NO, " + PayeeColumns.NAMES
            + ", AMOUNT_WON, FEE_WON, MEMO, STANDING_ID, BUSINESS_DATE, REQUESTED_TIMESTAMP, GUID";
    private static final String INSERT = "INSERT INTO REMITTANCE (STATUS, STEP, ROUND_NO, SENDS, SHORTAGE_WON,"
            + " TOPPED_UP_WON, HOLD_ID, FIRMBANKING_ID, CANCEL_NOTED, STUCK_CODE, REASON_CODE, WAITING_SINCE, ANSWER_DUE,"
            + " ENDED_TIMESTAMP, LINES, " + ACCEPTED + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String CHANGE = "UPDATE REMITTANCE SET STATUS = ?, STEP = ?, ROUND_NO = ?, SENDS = ?,"
            + " SHORTAGE_WON = ?, TOPPED_UP_WON = ?, HOLD_ID = ?, FIRMBANKING_ID = ?, CANCEL_NOTED = ?, STUCK_CODE = ?,"
            + " REASON_CODE = ?, WAITING_SINCE = ?, ANSWER_DUE = ?, ENDED_TIMESTAMP = ?, LINES = ?"
            + " WHERE REMITTANCE_ID = ?";
    private static final String INSERT_MOVE = "INSERT INTO REMITTANCE_HISTORY (REMITTANCE_ID, LINE_NO, STATUS, STEP,"
            + " ROUND_NO, REASON_CODE, CHANGED_TIMESTAMP, GUID) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT " + ACCEPTED + ", STATUS, STEP, ROUND_NO, SENDS, SHORTAGE_WON,"
            + " TOPPED_UP_WON, HOLD_ID, FIRMBANKING_ID, CANCEL_NOTED, STUCK_CODE, REASON_CODE, WAITING_SINCE, ANSWER_DUE,"
            + " ENDED_TIMESTAMP, LINES FROM REMITTANCE";
    private static final String FIND = SELECT + " WHERE REMITTANCE_ID = ?";
    private static final String NEXT_REQUESTED = SELECT
            + " WHERE SENDER_ID = ? AND SENDER_NO > ? AND STATUS = 'REQUESTED' ORDER BY SENDER_NO FETCH FIRST 1 ROWS ONLY";
    private static final String WAITING = " WHERE STATUS IN ('PREPARING', 'HELD', 'SENT', 'IN_DOUBT')";
    private static final String DUE = "SELECT REMITTANCE_ID FROM REMITTANCE" + WAITING
            + " AND ANSWER_DUE <= ? ORDER BY ANSWER_DUE FETCH FIRST ? ROWS ONLY";
    private static final String PLACE = "(CASE WHEN STUCK_CODE IS NOT NULL THEN '1' WHEN STATUS = 'IN_DOUBT' THEN '2'"
            + " ELSE '3' END) || REMITTANCE_ID";
    private static final String WORK_LIST = SELECT + WAITING + " AND (WAITING_SINCE <= ? OR STUCK_CODE IS NOT NULL)"
            + " AND " + PLACE + " > ? ORDER BY " + PLACE + " FETCH FIRST ? ROWS ONLY";
    private static final String HISTORY = "SELECT REMITTANCE_ID, LINE_NO, STATUS, STEP, ROUND_NO, REASON_CODE,"
            + " CHANGED_TIMESTAMP, GUID FROM REMITTANCE_HISTORY WHERE REMITTANCE_ID = ? ORDER BY LINE_NO";
    private static final String OPEN = "SELECT COUNT(*) AS REMITTANCES,"
            + " SUM(CASE WHEN STATUS = 'IN_DOUBT' THEN 1 ELSE 0 END) AS DOUBTED, MIN(REQUESTED_TIMESTAMP) AS OLDEST"
            + " FROM REMITTANCE WHERE STATUS IN ('REQUESTED', 'PREPARING', 'HELD', 'SENT', 'IN_DOUBT')";

    private final Jdbc jdbc;

    @Inject
    public JdbcRemittances(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcRemittances() {
        this(null);
    }

    @Override
    public void add(Remittance remittance) {
        List<@Nullable Object> row = new ArrayList<>(valuesOf(remittance.progress()));
        row.addAll(valuesOf(remittance.accepted()));
        jdbc.update(INSERT, row.toArray());
        insertMoves(remittance);
    }

    @Override
    public void changed(Remittance remittance) {
        List<@Nullable Object> values = new ArrayList<>(valuesOf(remittance.progress()));
        values.add(remittance.id());
        if (jdbc.update(CHANGE, values.toArray()) != 1) {
            throw new IllegalStateException("no row of remittance " + remittance.id());
        }
        insertMoves(remittance);
    }

    private void insertMoves(Remittance remittance) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (RemittanceMove move : remittance.takeNewMoves()) {
            rows.add(new @Nullable Object[] {
                move.remittance(),
                move.lineNo(),
                move.status(),
                move.step(),
                move.round(),
                move.reasonCode(),
                move.at(),
                move.guid()
            });
        }
        jdbc.batch(INSERT_MOVE, rows);
    }

    @Override
    public Optional<Remittance> find(RemittanceId id) {
        return jdbc.queryOne(FIND, JdbcRemittances::read, id);
    }

    @Override
    public Optional<Remittance> nextRequested(MemberId sender, long afterNumber) {
        return jdbc.queryOne(NEXT_REQUESTED, JdbcRemittances::read, sender.value(), afterNumber);
    }

    @Override
    public List<RemittanceId> due(Instant realNow, int atMost) {
        return jdbc.query(DUE, row -> new RemittanceId(row.getString("REMITTANCE_ID")), realNow, atMost);
    }

    @Override
    public List<Remittance> workList(Instant waitingSince, PageRequest page) {
        String after = page.isFirst() ? "0" : page.after();
        return jdbc.query(WORK_LIST, JdbcRemittances::read, waitingSince, after, page.rowsToRead());
    }

    @Override
    public List<RemittanceMove> historyOf(RemittanceId id) {
        return jdbc.query(HISTORY, JdbcRemittances::readMove, id);
    }

    @Override
    public List<Remittance> find(Search search, PageRequest page) {
        StringBuilder sql = new StringBuilder(SELECT).append(" WHERE SENDER_ID = ?");
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(search.sender().value());
        if (search.from() != null) {
            sql.append(" AND REQUESTED_TIMESTAMP >= ?");
            parameters.add(search.from());
        }
        if (search.to() != null) {
            sql.append(" AND REQUESTED_TIMESTAMP < ?");
            parameters.add(search.to());
        }
        if (search.status() != null) {
            sql.append(" AND STATUS = ?");
            parameters.add(search.status());
        }
        page.afterAs(Long::valueOf).ifPresent(number -> {
            sql.append(" AND SENDER_NO < ?");
            parameters.add(number);
        });
        sql.append(" ORDER BY SENDER_NO DESC FETCH FIRST ? ROWS ONLY");
        parameters.add(page.rowsToRead());
        return jdbc.query(sql.toString(), JdbcRemittances::read, parameters.toArray());
    }

    @Override
    public Open open() {
        return jdbc.queryOne(
                        OPEN,
                        row -> new Open(
                                row.getLong("REMITTANCES"), row.getLong("DOUBTED"), Jdbc.instant(row, "OLDEST")))
                .orElseThrow();
    }

    /** In the order of {@code ACCEPTED}. */
    private static List<@Nullable Object> valuesOf(Accepted accepted) {
        Order order = accepted.order();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(accepted.id());
        values.add(order.sender().value());
        values.add(accepted.number());
        values.addAll(PayeeColumns.valuesOf(order.payee()));
        values.add(order.amount().value());
        values.add(order.fee().value());
        values.add(order.memo().isEmpty() ? null : order.memo());
        values.add(accepted.standingId());
        values.add(accepted.businessDate());
        values.add(accepted.requestedAt());
        values.add(accepted.guid());
        return values;
    }

    /** In the order of {@code INSERT} and {@code CHANGE}. */
    private static List<@Nullable Object> valuesOf(Progress progress) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(progress.status());
        values.add(progress.step());
        values.add(progress.round());
        values.add(progress.sends());
        values.add(progress.shortage().value());
        values.add(progress.toppedUp().value());
        values.add(progress.holdId());
        values.add(progress.firmbankingId());
        values.add(progress.cancelNoted() ? 1 : 0);
        values.add(progress.stuckCode());
        values.add(progress.reasonCode());
        values.add(progress.waitingSince());
        values.add(progress.answerDue());
        values.add(progress.endedAt());
        values.add(progress.lines());
        return values;
    }

    private static Remittance read(ResultSet row) throws SQLException {
        String memo = row.getString("MEMO");
        Order order = new Order(
                new MemberId(row.getLong("SENDER_ID")),
                PayeeColumns.read(row),
                Won.won(row.getLong("AMOUNT_WON")),
                Won.won(row.getLong("FEE_WON")),
                memo == null ? "" : memo);
        Accepted accepted = new Accepted(
                new RemittanceId(row.getString("REMITTANCE_ID")),
                row.getLong("SENDER_NO"),
                order,
                row.getString("STANDING_ID"),
                Objects.requireNonNull(Jdbc.day(row, "BUSINESS_DATE")),
                Objects.requireNonNull(Jdbc.instant(row, "REQUESTED_TIMESTAMP")),
                row.getString("GUID"));
        return Remittance.stored(accepted, readProgress(row));
    }

    private static Progress readProgress(ResultSet row) throws SQLException {
        return new Progress(
                RemittanceStatus.valueOf(row.getString("STATUS")),
                step(row),
                row.getInt("ROUND_NO"),
                row.getInt("SENDS"),
                Won.won(row.getLong("SHORTAGE_WON")),
                Won.won(row.getLong("TOPPED_UP_WON")),
                row.getString("HOLD_ID"),
                row.getString("FIRMBANKING_ID"),
                row.getInt("CANCEL_NOTED") == 1,
                row.getString("STUCK_CODE"),
                row.getString("REASON_CODE"),
                Jdbc.instant(row, "WAITING_SINCE"),
                Jdbc.instant(row, "ANSWER_DUE"),
                Jdbc.instant(row, "ENDED_TIMESTAMP"),
                row.getInt("LINES"));
    }

    private static RemittanceMove readMove(ResultSet row) throws SQLException {
        return new RemittanceMove(
                new RemittanceId(row.getString("REMITTANCE_ID")),
                row.getInt("LINE_NO"),
                RemittanceStatus.valueOf(row.getString("STATUS")),
                step(row),
                row.getInt("ROUND_NO"),
                row.getString("REASON_CODE"),
                Objects.requireNonNull(Jdbc.instant(row, "CHANGED_TIMESTAMP")),
                row.getString("GUID"));
    }

    private static @Nullable Step step(ResultSet row) throws SQLException {
        String step = row.getString("STEP");
        return step == null ? null : Step.valueOf(step);
    }
}
