package com.mypay.banking.adapter.out.persistence;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.Reconciliation;
import com.mypay.banking.domain.Reconciliation.Status;
import com.mypay.banking.domain.ReconciliationItem;
import com.mypay.banking.domain.ReconciliationItem.Resolved;
import com.mypay.banking.domain.Reconciliations;
import com.mypay.banking.domain.StatementLine;
import com.mypay.banking.domain.StatementLine.Direction;
import com.mypay.banking.domain.StatementResult;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.Won;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link Reconciliations} in rows that are written by the hundred. */
@ApplicationScoped
public class JdbcReconciliations implements Reconciliations {

    private static final String RECONCILIATION = "SELECT ACCOUNT_ID, STATEMENT_DATE, STATUS, PAGES_READ, NEXT_CURSOR,"
            + " LAST_FIRMBANKING_ID, CLOSING_WON, STATEMENT_LINES, MATCHED_LINES, ITEMS_FOUND, STARTED_AT, ENDED_AT, GUID"
            + " FROM RECONCILIATION";
    private static final String OF_ACCOUNT = RECONCILIATION + " WHERE ACCOUNT_ID = ? AND STATEMENT_DATE = ?";
    private static final String OF_DATE = RECONCILIATION + " WHERE STATEMENT_DATE = ? ORDER BY ACCOUNT_ID";
    private static final String OPEN = "INSERT INTO RECONCILIATION (ACCOUNT_ID, STATEMENT_DATE, STATUS, PAGES_READ,"
            + " STATEMENT_LINES, MATCHED_LINES, ITEMS_FOUND, STARTED_AT, GUID) VALUES (?, ?, ?, 0, 0, 0, 0, ?, ?)";
    private static final String UPDATE = "UPDATE RECONCILIATION SET STATUS = ?, PAGES_READ = ?, NEXT_CURSOR = ?,"
            + " LAST_FIRMBANKING_ID = ?, CLOSING_WON = ?, STATEMENT_LINES = ?, MATCHED_LINES = ?, ITEMS_FOUND = ?, ENDED_AT = ?"
            + " WHERE ACCOUNT_ID = ? AND STATEMENT_DATE = ?";

    private static final String FIRMBANKING = "SELECT FIRMBANKING_ID, CASE"
            + " WHEN FROM_BANK_CODE = ? AND FROM_ACCOUNT_NUMBER = ? THEN 'DEBIT'"
            + " WHEN TO_BANK_CODE = ? AND TO_ACCOUNT_NUMBER = ? THEN 'CREDIT' END AS DIRECTION,"
            + " AMOUNT_WON, TRANSACTION_DATE, STATUS FROM FIRMBANKING";
    private static final String COMPLETED = FIRMBANKING + " WHERE TRANSACTION_DATE = ? AND STATUS = 'COMPLETED'"
            + " AND ((FROM_BANK_CODE = ? AND FROM_ACCOUNT_NUMBER = ?) OR (TO_BANK_CODE = ? AND TO_ACCOUNT_NUMBER = ?))"
            + " AND FIRMBANKING_ID > ? ORDER BY FIRMBANKING_ID FETCH FIRST " + MOST + " ROWS ONLY";
    private static final String KNOWN =
            "SELECT DISTINCT TRANSACTION_ID FROM STATEMENT_LINE WHERE ACCOUNT_ID = ? AND TRANSACTION_ID IN (";

    private static final String ADD_LINE = "INSERT INTO STATEMENT_LINE (ACCOUNT_ID, STATEMENT_DATE, LINE_NO,"
            + " TRANSACTION_ID, DIRECTION, AMOUNT_WON, LINE_RESULT) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String ADD_ITEM = "INSERT INTO RECONCILIATION_ITEM (ITEM_ID, ACCOUNT_ID, STATEMENT_DATE, KIND,"
            + " TRANSACTION_ID, LINE_NO, BANK_WON, OUR_WON, OUR_DATE, OUR_STATUS, STATUS, FOUND_AT, GUID)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)";
    private static final String ITEM = "SELECT ITEM_ID, ACCOUNT_ID, STATEMENT_DATE, KIND, TRANSACTION_ID, LINE_NO,"
            + " BANK_WON, OUR_WON, OUR_DATE, OUR_STATUS, FOUND_AT, RESOLVED_BY, RESOLVED_AT, RESOLUTION_REASON, GUID"
            + " FROM RECONCILIATION_ITEM";
    private static final String ITEMS = ITEM + " WHERE ITEM_ID > ? ORDER BY ITEM_ID FETCH FIRST ? ROWS ONLY";
    private static final String OPEN_ITEMS =
            ITEM + " WHERE STATUS = 'OPEN' AND ITEM_ID > ? ORDER BY ITEM_ID FETCH FIRST ? ROWS ONLY";
    private static final String RESOLVE = "UPDATE RECONCILIATION_ITEM SET STATUS = 'RESOLVED', RESOLVED_BY = ?,"
            + " RESOLVED_AT = ?, RESOLUTION_REASON = ? WHERE ITEM_ID = ? AND STATUS = 'OPEN'";
    private static final String FOR_UPDATE = " FOR UPDATE WAIT 5";

    /** Below every key. */
    private static final String FROM_THE_FIRST = " ";

    private final Jdbc jdbc;

    @Inject
    public JdbcReconciliations(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcReconciliations() {
        this(null);
    }

    @Override
    public Optional<Reconciliation> find(String accountId, LocalDate date) {
        return jdbc.queryOne(OF_ACCOUNT, JdbcReconciliations::reconciliation, accountId, date);
    }

    @Override
    public Optional<Reconciliation> findForUpdate(String accountId, LocalDate date) {
        return jdbc.queryOne(OF_ACCOUNT + FOR_UPDATE, JdbcReconciliations::reconciliation, accountId, date);
    }

    @Override
    public List<Reconciliation> of(LocalDate date) {
        return jdbc.query(OF_DATE, JdbcReconciliations::reconciliation, date);
    }

    private static Reconciliation reconciliation(ResultSet row) throws SQLException {
        return new Reconciliation(
                row.getString("ACCOUNT_ID"),
                Objects.requireNonNull(Jdbc.day(row, "STATEMENT_DATE")),
                Status.valueOf(row.getString("STATUS")),
                row.getInt("PAGES_READ"),
                row.getString("NEXT_CURSOR"),
                row.getString("LAST_FIRMBANKING_ID"),
                won(row, "CLOSING_WON"),
                row.getInt("STATEMENT_LINES"),
                row.getInt("MATCHED_LINES"),
                row.getInt("ITEMS_FOUND"),
                Objects.requireNonNull(Jdbc.instant(row, "STARTED_AT")),
                Jdbc.instant(row, "ENDED_AT"),
                row.getString("GUID"));
    }

    private static @Nullable Long won(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    @Override
    public void open(Reconciliation reconciliation) {
        jdbc.update(
                OPEN,
                reconciliation.accountId(),
                reconciliation.date(),
                reconciliation.status(),
                reconciliation.startedAt(),
                reconciliation.guid());
    }

    @Override
    public void update(Reconciliation reconciliation) {
        jdbc.update(
                UPDATE,
                reconciliation.status(),
                reconciliation.pages(),
                reconciliation.nextCursor(),
                reconciliation.lastFirmbankingId(),
                reconciliation.closingWon(),
                reconciliation.lines(),
                reconciliation.matched(),
                reconciliation.items(),
                reconciliation.endedAt(),
                reconciliation.accountId(),
                reconciliation.date());
    }

    @Override
    public Map<String, Ours> firmbankings(BankAccountNumber account, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<@Nullable Object> values = new ArrayList<>(sides(account));
        values.addAll(ids);
        return jdbc
                .query(
                        FIRMBANKING + " WHERE FIRMBANKING_ID IN (" + places(ids) + ")",
                        JdbcReconciliations::ours,
                        values.toArray())
                .stream()
                .collect(Collectors.toMap(Ours::id, Function.identity()));
    }

    @Override
    public List<Ours> completed(BankAccountNumber account, LocalDate date, @Nullable String afterId) {
        List<@Nullable Object> values = new ArrayList<>(sides(account));
        values.add(date);
        values.addAll(sides(account));
        values.add(afterId == null ? FROM_THE_FIRST : afterId);
        return jdbc.query(COMPLETED, JdbcReconciliations::ours, values.toArray());
    }

    private static List<Object> sides(BankAccountNumber account) {
        return List.of(account.bank(), account.number(), account.bank(), account.number());
    }

    private static String places(Collection<String> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private static Ours ours(ResultSet row) throws SQLException {
        @Nullable String direction = row.getString("DIRECTION");
        return new Ours(
                row.getString("FIRMBANKING_ID"),
                direction == null ? null : Direction.valueOf(direction),
                Won.won(row.getLong("AMOUNT_WON")),
                Objects.requireNonNull(Jdbc.day(row, "TRANSACTION_DATE")),
                FirmbankingStatus.valueOf(row.getString("STATUS")));
    }

    @Override
    public Set<String> known(String accountId, Collection<String> transactionIds) {
        if (transactionIds.isEmpty()) {
            return Set.of();
        }
        List<@Nullable Object> values = new ArrayList<>();
        values.add(accountId);
        values.addAll(transactionIds);
        return new HashSet<>(jdbc.query(
                KNOWN + places(transactionIds) + ")", row -> row.getString("TRANSACTION_ID"), values.toArray()));
    }

    @Override
    public void addLines(Reconciliation to, List<StatementLine> lines, List<StatementResult> results) {
        List<@Nullable Object[]> rows = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            StatementLine line = lines.get(i);
            rows.add(new @Nullable Object[] {
                to.accountId(),
                to.date(),
                line.number(),
                line.transactionId(),
                line.direction(),
                line.amount().value(),
                results.get(i)
            });
        }
        jdbc.batch(ADD_LINE, rows);
    }

    @Override
    public void addItems(List<ReconciliationItem> items) {
        List<@Nullable Object[]> rows = new ArrayList<>(items.size());
        for (ReconciliationItem item : items) {
            rows.add(new @Nullable Object[] {
                item.id(),
                item.accountId(),
                item.date(),
                item.kind(),
                item.transactionId(),
                item.lineNumber(),
                item.bankWon(),
                item.ourWon(),
                item.ourDate(),
                item.ourStatus(),
                item.foundAt(),
                item.guid()
            });
        }
        jdbc.batch(ADD_ITEM, rows);
    }

    @Override
    public List<ReconciliationItem> items(boolean open, @Nullable String afterId, int atMost) {
        return jdbc.query(
                open ? OPEN_ITEMS : ITEMS,
                JdbcReconciliations::item,
                afterId == null ? FROM_THE_FIRST : afterId,
                atMost);
    }

    @Override
    public Optional<ReconciliationItem> findItemForUpdate(String itemId) {
        return jdbc.queryOne(ITEM + " WHERE ITEM_ID = ?" + FOR_UPDATE, JdbcReconciliations::item, itemId);
    }

    @Override
    public void resolve(ReconciliationItem item) {
        Resolved resolved = Objects.requireNonNull(item.resolution());
        jdbc.update(RESOLVE, resolved.by(), resolved.at(), resolved.reason(), item.id());
    }

    private static ReconciliationItem item(ResultSet row) throws SQLException {
        @Nullable String by = row.getString("RESOLVED_BY");
        return new ReconciliationItem(
                row.getString("ITEM_ID"),
                row.getString("ACCOUNT_ID"),
                Objects.requireNonNull(Jdbc.day(row, "STATEMENT_DATE")),
                StatementResult.valueOf(row.getString("KIND")),
                row.getString("TRANSACTION_ID"),
                row.getLong("LINE_NO"),
                won(row, "BANK_WON"),
                won(row, "OUR_WON"),
                Jdbc.day(row, "OUR_DATE"),
                row.getString("OUR_STATUS"),
                Objects.requireNonNull(Jdbc.instant(row, "FOUND_AT")),
                by == null
                        ? null
                        : new Resolved(
                                by,
                                Objects.requireNonNull(Jdbc.instant(row, "RESOLVED_AT")),
                                row.getString("RESOLUTION_REASON")),
                row.getString("GUID"));
    }
}
