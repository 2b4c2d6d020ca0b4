package com.mypay.payment.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.payment.domain.Cancellation;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.Payment.Order;
import com.mypay.payment.domain.Payment.Progress;
import com.mypay.payment.domain.Payment.Requested;
import com.mypay.payment.domain.PaymentChange;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.PaymentStatus;
import com.mypay.payment.domain.Payments;
import com.mypay.payment.domain.Slip;
import com.mypay.payment.domain.SlipKind;
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
 * {@link Payments} in {@code PAYMENT}, {@code CANCELLATION}, {@code SLIP} and {@code PAYMENT_HISTORY}, by plain SQL: see
 * {@link Payment}.
 */
@ApplicationScoped
public class JdbcPayments implements Payments {

    private static final String PAYMENT_COLUMNS = "PAYMENT_ID, CALLER, REQUEST_ID, MEMBER_ID, FRANCHISE_ID, AMOUNT_WON,"
            + " ORDER_NAME, COMMISSION_BASIS_POINTS, REQUESTED_TIMESTAMP, GUID, STATUS, RESERVED_WON, CANCELLED_WON,"
            + " FAILURE_CODE, DECIDED_TIMESTAMP, BUSINESS_DATE";
    private static final String INSERT = "INSERT INTO PAYMENT (" + PAYMENT_COLUMNS + ", VERSION_NO)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
    private static final String CHANGE = "UPDATE PAYMENT SET STATUS = ?, RESERVED_WON = ?, CANCELLED_WON = ?,"
            + " FAILURE_CODE = ?, DECIDED_TIMESTAMP = ?, BUSINESS_DATE = ?, VERSION_NO = VERSION_NO + 1"
            + " WHERE PAYMENT_ID = ? AND STATUS = ?";
    private static final String SELECT = "SELECT " + PAYMENT_COLUMNS + " FROM PAYMENT";
    private static final String FIND = SELECT + " WHERE PAYMENT_ID = ?";
    private static final String FIND_FOR_UPDATE = FIND + " FOR UPDATE WAIT 5";
    private static final String FIND_BY_REQUEST = SELECT + " WHERE MEMBER_ID = ? AND REQUEST_ID = ? AND CALLER = ?"
            + " AND STATUS <> 'FAILED' ORDER BY PAYMENT_ID DESC FETCH FIRST 1 ROWS ONLY";
    private static final String FIND_OPEN = "SELECT PAYMENT_ID AS ID FROM PAYMENT"
            + " WHERE STATUS IN ('REQUESTED', 'IN_DOUBT') AND PAYMENT_ID > ?"
            + " ORDER BY PAYMENT_ID FETCH FIRST ? ROWS ONLY";

    private static final String CANCELLATION_COLUMNS =
            "CANCELLATION_ID, PAYMENT_ID, CALLER, REQUEST_ID, AMOUNT_WON, REASON, REQUESTED_TIMESTAMP, GUID, STATUS";
    private static final String INSERT_CANCELLATION =
            "INSERT INTO CANCELLATION (" + CANCELLATION_COLUMNS + ", VERSION_NO) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
    private static final String CHANGE_CANCELLATION =
            "UPDATE CANCELLATION SET STATUS = ?, VERSION_NO = VERSION_NO + 1 WHERE CANCELLATION_ID = ?";
    private static final String SELECT_CANCELLATION = "SELECT " + CANCELLATION_COLUMNS + " FROM CANCELLATION";
    private static final String FIND_CANCELLATION = SELECT_CANCELLATION + " WHERE CANCELLATION_ID = ?";
    private static final String FIND_CANCELLATION_BY_REQUEST = SELECT_CANCELLATION
            + " WHERE PAYMENT_ID = ? AND REQUEST_ID = ? AND CALLER = ? AND STATUS <> 'FAILED'"
            + " ORDER BY CANCELLATION_ID DESC FETCH FIRST 1 ROWS ONLY";
    private static final String FIND_OPEN_CANCELLATIONS = "SELECT CANCELLATION_ID AS ID FROM CANCELLATION"
            + " WHERE STATUS IN ('REQUESTED', 'IN_DOUBT') AND CANCELLATION_ID > ?"
            + " ORDER BY CANCELLATION_ID FETCH FIRST ? ROWS ONLY";
    private static final String CANCELLATIONS_OF =
            SELECT_CANCELLATION + " WHERE PAYMENT_ID = ? ORDER BY CANCELLATION_ID";

    private static final String SLIP_COLUMNS = "SLIP_ID, KIND, PAYMENT_ID, FRANCHISE_ID, MEMBER_ID, AMOUNT_WON,"
            + " REMAINING_BEFORE_WON, COMMISSION_BASIS_POINTS, APPROVED_TIMESTAMP, BUSINESS_DATE, GUID";
    private static final String INSERT_SLIP =
            "INSERT INTO SLIP (" + SLIP_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FIND_SLIP = "SELECT " + SLIP_COLUMNS + " FROM SLIP WHERE SLIP_ID = ?";

    private static final String INSERT_CHANGE = "INSERT INTO PAYMENT_HISTORY (CHANGE_ID, SUBJECT_ID, STATUS, GUID,"
            + " CHANGED_TIMESTAMP) VALUES (?, ?, ?, ?, ?)";

    /** Smaller than each id. */
    private static final String BEFORE_ALL = "0";

    private final Jdbc jdbc;

    @Inject
    public JdbcPayments(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcPayments() {
        this(null);
    }

    @Override
    public void add(Payment payment) {
        Requested requested = payment.requested();
        Progress progress = payment.progress();
        jdbc.update(
                INSERT,
                requested.id(),
                requested.caller(),
                requested.requestId(),
                requested.order().member().value(),
                requested.order().franchise().value(),
                requested.order().amount().value(),
                requested.order().name(),
                requested.commission().value(),
                requested.requestedAt(),
                requested.guid(),
                progress.status(),
                progress.reserved().value(),
                progress.cancelled().value(),
                progress.failureCode(),
                progress.decidedAt(),
                progress.businessDate());
    }

    @Override
    public boolean changed(Payment payment, PaymentStatus before) {
        Progress progress = payment.progress();
        return jdbc.update(
                        CHANGE,
                        progress.status(),
                        progress.reserved().value(),
                        progress.cancelled().value(),
                        progress.failureCode(),
                        progress.decidedAt(),
                        progress.businessDate(),
                        payment.id(),
                        before)
                == 1;
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return jdbc.queryOne(FIND, JdbcPayments::read, id);
    }

    @Override
    public Optional<Payment> findForUpdate(PaymentId id) {
        return jdbc.queryOne(FIND_FOR_UPDATE, JdbcPayments::read, id);
    }

    @Override
    public Optional<Payment> findByRequest(MemberId member, String caller, String requestId) {
        return jdbc.queryOne(FIND_BY_REQUEST, JdbcPayments::read, member.value(), requestId, caller);
    }

    @Override
    public List<PaymentId> findOpen(@Nullable PaymentId after, int atMost) {
        return ids(FIND_OPEN, after, atMost);
    }

    @Override
    public List<Payment> find(Search search, PageRequest page) {
        StringBuilder sql = new StringBuilder(SELECT).append(" WHERE STATUS <> 'REQUESTED'");
        List<@Nullable Object> parameters = new ArrayList<>();
        if (search.member() != null) {
            sql.append(" AND MEMBER_ID = ?");
            parameters.add(search.member().value());
        }
        if (search.franchise() != null) {
            sql.append(" AND FRANCHISE_ID = ?");
            parameters.add(search.franchise().value());
        }
        if (search.from() != null) {
            sql.append(" AND REQUESTED_TIMESTAMP >= ?");
            parameters.add(search.from());
        }
        if (search.to() != null) {
            sql.append(" AND REQUESTED_TIMESTAMP < ?");
            parameters.add(search.to());
        }
        if (!page.isFirst()) {
            sql.append(" AND PAYMENT_ID < ?");
            parameters.add(page.after());
        }
        sql.append(" ORDER BY PAYMENT_ID DESC FETCH FIRST ? ROWS ONLY");
        parameters.add(page.rowsToRead());
        return jdbc.query(sql.toString(), JdbcPayments::read, parameters.toArray());
    }

    @Override
    public void add(Cancellation cancellation) {
        Cancellation.Requested requested = cancellation.requested();
        jdbc.update(
                INSERT_CANCELLATION,
                requested.id(),
                requested.paymentId(),
                requested.caller(),
                requested.requestId(),
                requested.amount().value(),
                requested.reason(),
                requested.requestedAt(),
                requested.guid(),
                cancellation.status());
    }

    @Override
    public void changed(Cancellation cancellation) {
        if (jdbc.update(CHANGE_CANCELLATION, cancellation.status(), cancellation.id()) != 1) {
            throw new IllegalStateException("no row of cancellation " + cancellation.id());
        }
    }

    @Override
    public Optional<Cancellation> findCancellation(PaymentId id) {
        return jdbc.queryOne(FIND_CANCELLATION, JdbcPayments::readCancellation, id);
    }

    @Override
    public Optional<Cancellation> findCancellationByRequest(PaymentId payment, String caller, String requestId) {
        return jdbc.queryOne(FIND_CANCELLATION_BY_REQUEST, JdbcPayments::readCancellation, payment, requestId, caller);
    }

    @Override
    public List<PaymentId> findOpenCancellations(@Nullable PaymentId after, int atMost) {
        return ids(FIND_OPEN_CANCELLATIONS, after, atMost);
    }

    @Override
    public List<Cancellation> cancellationsOf(PaymentId payment) {
        return jdbc.query(CANCELLATIONS_OF, JdbcPayments::readCancellation, payment);
    }

    @Override
    public void add(Slip slip) {
        jdbc.update(
                INSERT_SLIP,
                slip.id(),
                slip.kind(),
                slip.paymentId(),
                slip.franchiseId().value(),
                slip.memberId().value(),
                slip.amount().value(),
                slip.remainingBefore().value(),
                slip.commission().value(),
                slip.approvedAt(),
                slip.businessDate(),
                slip.guid());
    }

    @Override
    public Optional<Slip> findSlip(String slipId) {
        return jdbc.queryOne(FIND_SLIP, JdbcPayments::readSlip, slipId);
    }

    @Override
    public void record(PaymentChange change) {
        jdbc.update(INSERT_CHANGE, change.id(), change.subject(), change.status(), change.guid(), change.changedAt());
    }

    private List<PaymentId> ids(String sql, @Nullable PaymentId after, int atMost) {
        return jdbc.query(
                sql, row -> new PaymentId(row.getString("ID")), after == null ? BEFORE_ALL : after.value(), atMost);
    }

    private static Payment read(ResultSet row) throws SQLException {
        Order order = new Order(
                new MemberId(row.getLong("MEMBER_ID")),
                new MemberId(row.getLong("FRANCHISE_ID")),
                Won.won(row.getLong("AMOUNT_WON")),
                row.getString("ORDER_NAME"));
        Requested requested = new Requested(
                new PaymentId(row.getString("PAYMENT_ID")),
                row.getString("CALLER"),
                row.getString("REQUEST_ID"),
                order,
                BasisPoints.basisPoints(row.getInt("COMMISSION_BASIS_POINTS")),
                Objects.requireNonNull(Jdbc.instant(row, "REQUESTED_TIMESTAMP")),
                row.getString("GUID"));
        Progress progress = new Progress(
                PaymentStatus.valueOf(row.getString("STATUS")),
                Won.won(row.getLong("RESERVED_WON")),
                Won.won(row.getLong("CANCELLED_WON")),
                row.getString("FAILURE_CODE"),
                Jdbc.instant(row, "DECIDED_TIMESTAMP"),
                Jdbc.day(row, "BUSINESS_DATE"));
        return Payment.stored(requested, progress);
    }

    private static Cancellation readCancellation(ResultSet row) throws SQLException {
        Cancellation.Requested requested = new Cancellation.Requested(
                new PaymentId(row.getString("CANCELLATION_ID")),
                new PaymentId(row.getString("PAYMENT_ID")),
                row.getString("CALLER"),
                row.getString("REQUEST_ID"),
                Won.won(row.getLong("AMOUNT_WON")),
                row.getString("REASON"),
                Objects.requireNonNull(Jdbc.instant(row, "REQUESTED_TIMESTAMP")),
                row.getString("GUID"));
        return Cancellation.stored(requested, PaymentStatus.valueOf(row.getString("STATUS")));
    }

    private static Slip readSlip(ResultSet row) throws SQLException {
        return new Slip(
                row.getString("SLIP_ID"),
                SlipKind.valueOf(row.getString("KIND")),
                new PaymentId(row.getString("PAYMENT_ID")),
                new MemberId(row.getLong("FRANCHISE_ID")),
                new MemberId(row.getLong("MEMBER_ID")),
                Won.won(row.getLong("AMOUNT_WON")),
                Won.won(row.getLong("REMAINING_BEFORE_WON")),
                BasisPoints.basisPoints(row.getInt("COMMISSION_BASIS_POINTS")),
                Objects.requireNonNull(Jdbc.instant(row, "APPROVED_TIMESTAMP")),
                Objects.requireNonNull(Jdbc.day(row, "BUSINESS_DATE")),
                row.getString("GUID"));
    }
}
