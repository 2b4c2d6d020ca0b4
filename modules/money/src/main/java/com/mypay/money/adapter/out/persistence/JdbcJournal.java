package com.mypay.money.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.Won;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link Journal} straight from the postings. */
@ApplicationScoped
public class JdbcJournal implements Journal {

    private static final String LINES = "SELECT E.ENTRY_ID, P.LINE_NO, E.BOOKED_AT, E.CAUSE, E.REFERENCE, P.ACCOUNT,"
            + " P.MEMBER_ID, P.AMOUNT_WON FROM (SELECT ENTRY_ID, BOOKED_AT, CAUSE, REFERENCE FROM ENTRY"
            + " WHERE BOOKED_AT >= ? AND BOOKED_AT < ? AND (BOOKED_AT > ? OR ENTRY_ID > ?)"
            + " ORDER BY BOOKED_AT, ENTRY_ID FETCH FIRST ? ROWS ONLY) E"
            + " JOIN POSTING P ON P.ENTRY_ID = E.ENTRY_ID ORDER BY E.BOOKED_AT, E.ENTRY_ID, P.LINE_NO";
    private static final String BALANCES = "SELECT P.ACCOUNT,"
            + " SUM(CASE WHEN E.BOOKED_AT < ? THEN P.AMOUNT_WON ELSE 0 END) AS OPENING_WON,"
            + " SUM(CASE WHEN E.BOOKED_AT >= ? AND P.AMOUNT_WON < 0 THEN 0 - P.AMOUNT_WON ELSE 0 END) AS DEBIT_WON,"
            + " SUM(CASE WHEN E.BOOKED_AT >= ? AND P.AMOUNT_WON > 0 THEN P.AMOUNT_WON ELSE 0 END) AS CREDIT_WON,"
            + " SUM(CASE WHEN E.BOOKED_AT >= ? THEN 1 ELSE 0 END) AS LINES"
            + " FROM POSTING P JOIN ENTRY E ON E.ENTRY_ID = P.ENTRY_ID WHERE E.BOOKED_AT < ?"
            + " GROUP BY P.ACCOUNT ORDER BY P.ACCOUNT";

    /** Below every key. */
    private static final String FROM_THE_FIRST = " ";

    private final Jdbc jdbc;

    @Inject
    public JdbcJournal(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcJournal() {
        this(null);
    }

    @Override
    public List<Line> lines(Instant from, Instant until, @Nullable Place after, int entries) {
        Instant begin = after == null ? from : after.bookedAt();
        String behind = after == null ? FROM_THE_FIRST : after.entryId();
        return jdbc.query(LINES, JdbcJournal::line, begin, until, begin, behind, entries);
    }

    private static Line line(ResultSet row) throws SQLException {
        long memberId = row.getLong("MEMBER_ID");
        boolean system = row.wasNull();
        return new Line(
                row.getString("ENTRY_ID"),
                row.getInt("LINE_NO"),
                Objects.requireNonNull(Jdbc.instant(row, "BOOKED_AT")),
                Cause.valueOf(row.getString("CAUSE")),
                row.getString("REFERENCE"),
                AccountKind.valueOf(row.getString("ACCOUNT")),
                system ? null : memberId,
                Won.won(row.getLong("AMOUNT_WON")));
    }

    @Override
    public List<Balance> balances(Instant from, Instant until) {
        return jdbc.query(
                BALANCES,
                row -> new Balance(
                        AccountKind.valueOf(row.getString("ACCOUNT")),
                        Won.won(row.getLong("OPENING_WON")),
                        Won.won(row.getLong("DEBIT_WON")),
                        Won.won(row.getLong("CREDIT_WON")),
                        row.getLong("LINES")),
                from,
                from,
                from,
                from,
                until);
    }
}
