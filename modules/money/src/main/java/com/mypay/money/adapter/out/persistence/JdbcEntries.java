package com.mypay.money.adapter.out.persistence;

import static com.mypay.framework.value.Won.won;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.MoneyChanging;
import com.mypay.money.domain.MoneyChangingId;
import com.mypay.money.domain.Occasion;
import com.mypay.money.domain.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@link Entries} in {@code ENTRY} and {@code POSTING}, by plain SQL: rows that are only ever inserted, on the way of
 * every payment.
 */
@ApplicationScoped
public class JdbcEntries implements Entries {

    private static final String INSERT_ENTRY =
            "INSERT INTO ENTRY (ENTRY_ID, CAUSE, REFERENCE, BOOKED_AT, GUID) VALUES (?, ?, ?, ?, ?)";
    private static final String INSERT_POSTINGS = "INSERT INTO POSTING (ENTRY_ID, LINE_NO, ACCOUNT, MEMBER_ID,"
            + " AMOUNT_WON, BALANCE_AFTER_WON, CHANGING_NO) ";
    private static final String POSTING_LINE = "SELECT CAST(? AS VARCHAR2(32)), CAST(? AS NUMBER(3)),"
            + " CAST(? AS VARCHAR2(20)), CAST(? AS NUMBER(18)), CAST(? AS NUMBER(18)), CAST(? AS NUMBER(18)),"
            + " CAST(? AS NUMBER(18)) FROM DUAL";
    private static final String IS_BOOKED = "SELECT 1 AS BOOKED FROM BOOKED_ONCE WHERE CAUSE = ? AND REFERENCE = ?";
    private static final String NOTE_BOOKED = "INSERT INTO BOOKED_ONCE (CAUSE, REFERENCE, GUID) VALUES (?, ?, ?)";
    private static final String CHANGINGS = "SELECT P.CHANGING_NO, P.AMOUNT_WON, P.BALANCE_AFTER_WON, E.CAUSE,"
            + " E.REFERENCE, E.BOOKED_AT, E.GUID FROM POSTING P JOIN ENTRY E ON E.ENTRY_ID = P.ENTRY_ID"
            + " WHERE P.MEMBER_ID = ? AND P.CHANGING_NO < ? AND E.BOOKED_AT >= ? AND E.BOOKED_AT < ?"
            + " ORDER BY P.CHANGING_NO DESC FETCH FIRST ? ROWS ONLY";
    private static final String LAST_CHECKPOINT = "SELECT ACCOUNT, UP_TO_ENTRY_ID, BALANCE_WON, POSTINGS"
            + " FROM ACCOUNT_CHECKPOINT"
            + " WHERE UP_TO_ENTRY_ID = (SELECT MAX(UP_TO_ENTRY_ID) FROM ACCOUNT_CHECKPOINT)";
    private static final String SUMS = "SELECT ACCOUNT, SUM(AMOUNT_WON) AS SUM_WON, COUNT(*) AS POSTINGS FROM POSTING"
            + " WHERE ENTRY_ID > ? AND ENTRY_ID <= ? GROUP BY ACCOUNT";
    private static final String INSERT_CHECKPOINT = "INSERT INTO ACCOUNT_CHECKPOINT (ACCOUNT, UP_TO_ENTRY_ID,"
            + " BALANCE_WON, POSTINGS, MADE_AT) VALUES (?, ?, ?, ?, ?)";

    /** Before and after every entry id. */
    private static final String FIRST_ID = "0";

    private static final String LAST_ID = "g";

    private final Jdbc jdbc;
    private final Transactions transactions;
    private final LedgerMeter meter;

    @Inject
    public JdbcEntries(Jdbc jdbc, Transactions transactions, LedgerMeter meter) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.meter = meter;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcEntries() {
        this(null, null, null);
    }

    /** What an account has, and how many postings that is made of. */
    private record Sum(Won balance, long postings) {

        Sum plus(Sum other) {
            return new Sum(balance.plus(other.balance()), postings + other.postings());
        }
    }

    private record Checkpoint(String upToEntryId, Map<AccountKind, Sum> sums) {}

    @Override
    public void book(Entry entry) {
        jdbc.update(
                INSERT_ENTRY,
                entry.id(),
                entry.cause(),
                entry.reference(),
                entry.occasion().at(),
                entry.occasion().guid());
        insertPostings(entry);
        transactions.afterCommit(() -> meter.booked(entry));
    }

    /** All lines by one statement, in a form that Oracle and H2 both take: one round trip instead of one per line. */
    private void insertPostings(Entry entry) {
        List<Posting> postings = entry.postings();
        String sql = INSERT_POSTINGS + String.join(" UNION ALL ", Collections.nCopies(postings.size(), POSTING_LINE));
        List<@Nullable Object> parameters = new ArrayList<>();
        for (int line = 0; line < postings.size(); line++) {
            Posting posting = postings.get(line);
            Posting.Changing changing = posting.changing();
            parameters.add(entry.id());
            parameters.add(line + 1);
            parameters.add(posting.account());
            parameters.add(changing == null ? null : changing.id().member().value());
            parameters.add(posting.amount().value());
            parameters.add(changing == null ? null : changing.balanceAfter().value());
            parameters.add(changing == null ? null : changing.id().number());
        }
        jdbc.update(sql, parameters.toArray());
    }

    /** A race of two ends in the unique key, and the loser looks again. */
    @Override
    public boolean isFirst(Cause cause, String reference, Occasion occasion) {
        boolean booked = jdbc.queryOne(IS_BOOKED, row -> row.getInt("BOOKED"), cause, reference)
                .isPresent();
        if (!booked) {
            jdbc.update(NOTE_BOOKED, cause, reference, occasion.guid());
        }
        return !booked;
    }

    @Override
    public List<MoneyChanging> changings(MemberId member, Instant from, Instant until, long before, int atMost) {
        return jdbc.query(CHANGINGS, row -> changing(member, row), member.value(), before, from, until, atMost);
    }

    private static MoneyChanging changing(MemberId member, ResultSet row) throws SQLException {
        return new MoneyChanging(
                new MoneyChangingId(member, row.getLong("CHANGING_NO")),
                won(row.getLong("AMOUNT_WON")),
                won(row.getLong("BALANCE_AFTER_WON")),
                Cause.valueOf(row.getString("CAUSE")),
                row.getString("REFERENCE"),
                new Occasion(row.getString("GUID"), Objects.requireNonNull(Jdbc.instant(row, "BOOKED_AT"))));
    }

    @Override
    public Map<AccountKind, Won> balances() {
        Map<AccountKind, Won> balances = new EnumMap<>(AccountKind.class);
        sumsUpTo(lastCheckpoint(), LAST_ID).forEach((account, sum) -> balances.put(account, sum.balance()));
        return balances;
    }

    @Override
    public void checkpoint(String upToEntryId, Occasion occasion) {
        Checkpoint last = lastCheckpoint();
        if (upToEntryId.compareTo(last.upToEntryId()) <= 0) {
            return; // another server was faster
        }
        Map<AccountKind, Sum> sums = sumsUpTo(last, upToEntryId);
        if (sums.equals(last.sums())) {
            return; // nothing has happened since
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        sums.forEach((account, sum) -> rows.add(
                new @Nullable Object[] {account, upToEntryId, sum.balance().value(), sum.postings(), occasion.at()}));
        jdbc.batch(INSERT_CHECKPOINT, rows);
    }

    private Checkpoint lastCheckpoint() {
        Map<AccountKind, Sum> sums = new EnumMap<>(AccountKind.class);
        for (AccountKind account : AccountKind.values()) {
            sums.put(account, new Sum(Won.ZERO, 0));
        }
        List<String> upTo = jdbc.query(LAST_CHECKPOINT, row -> {
            sums.put(
                    AccountKind.valueOf(row.getString("ACCOUNT")),
                    new Sum(won(row.getLong("BALANCE_WON")), row.getLong("POSTINGS")));
            return row.getString("UP_TO_ENTRY_ID");
        });
        return new Checkpoint(upTo.isEmpty() ? FIRST_ID : upTo.get(0), sums);
    }

    private Map<AccountKind, Sum> sumsUpTo(Checkpoint last, String upToEntryId) {
        Map<AccountKind, Sum> sums = new EnumMap<>(last.sums());
        jdbc.query(
                SUMS,
                row -> sums.merge(
                        AccountKind.valueOf(row.getString("ACCOUNT")),
                        new Sum(won(row.getLong("SUM_WON")), row.getLong("POSTINGS")),
                        Sum::plus),
                last.upToEntryId(),
                upToEntryId);
        return sums;
    }
}
