package com.mypay.banksimulator.adapter.out.persistence;

import com.mypay.banksimulator.application.AuditBooks.Audit;
import com.mypay.banksimulator.application.AuditBooks.BankTotals;
import com.mypay.banksimulator.application.AuditBooks.Check;
import com.mypay.banksimulator.application.CommittedBooks;
import com.mypay.banksimulator.application.FindAccounts;
import com.mypay.banksimulator.application.FindBill;
import com.mypay.banksimulator.application.FindStatement;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.AccountNumber;
import com.mypay.banksimulator.domain.BankCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The committed books over connections that only read; a query takes at most 60 s. */
final class JdbcCommittedBooks implements CommittedBooks {
    private static final String ENTRY = """
            SELECT SEQUENCE_NUMBER, ACCOUNT_NUMBER, TRANSACTION_BANK_CODE, TRANSACTION_ID, DIRECTION, AMOUNT_WON,
                BALANCE_AFTER_WON, COUNTER_BANK_CODE, COUNTER_ACCOUNT_NUMBER, COUNTER_NAME, MEMO, AT_MILLIS
            FROM ENTRY
            """;
    private static final int TIMEOUT_SECONDS = 60;

    private final DataSource readers;

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    JdbcCommittedBooks(DataSource readers) {
        this.readers = readers;
    }

    @Override
    public List<FindStatement.Row> entries(
            BankCode bank, LocalDate date, Optional<AccountNumber> account, long afterSequence, int limit) {
        String page = " AND SEQUENCE_NUMBER > ? ORDER BY SEQUENCE_NUMBER FETCH FIRST ? ROWS ONLY";
        if (account.isPresent()) {
            return list(
                    ENTRY + " WHERE BANK_CODE = ? AND ACCOUNT_NUMBER = ? AND TRANSACTION_DATE = ?" + page,
                    JdbcCommittedBooks::entry,
                    bank.value(),
                    account.get().value(),
                    date,
                    afterSequence,
                    limit);
        }
        return list(
                ENTRY + " WHERE BANK_CODE = ? AND TRANSACTION_DATE = ?" + page,
                JdbcCommittedBooks::entry,
                bank.value(),
                date,
                afterSequence,
                limit);
    }

    @Override
    public List<FindStatement.Row> latestDeposits(AccountId account, int limit) {
        return list(
                ENTRY + " WHERE BANK_CODE = ? AND ACCOUNT_NUMBER = ? AND DIRECTION = 'CREDIT'"
                        + " ORDER BY SEQUENCE_NUMBER DESC FETCH FIRST ? ROWS ONLY",
                JdbcCommittedBooks::entry,
                account.bankCode().value(),
                account.accountNumber().value(),
                limit);
    }

    private static FindStatement.Row entry(ResultSet row) throws SQLException {
        return new FindStatement.Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                Instant.ofEpochMilli(row.getLong(12)));
    }

    @Override
    public List<FindBill.Day> bill(BankCode bank, LocalDate from, LocalDate to) {
        return list("""
                SELECT BILLED_ON, CALLS, COMPLETED_CALLS, REFUSED_CALLS, EXECUTIONS, VERIFICATIONS, FEES_WON,
                    COMPLETED_FEES_WON
                FROM BILL WHERE BANK_CODE = ? AND BILLED_ON BETWEEN ? AND ? ORDER BY BILLED_ON
                """, JdbcCommittedBooks::day, bank.value(), from, to);
    }

    private static FindBill.Day day(ResultSet row) throws SQLException {
        return new FindBill.Day(
                row.getObject(1, LocalDate.class),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }

    @Override
    public List<FindAccounts.Row> accounts(long afterPosition, int limit) {
        return list("""
                SELECT POSITION_NUMBER, BANK_CODE, ACCOUNT_NUMBER, HOLDER_NAME, STATUS, ENDOWMENT_WON, BALANCE_WON
                FROM ACCOUNT WHERE POSITION_NUMBER > ? ORDER BY POSITION_NUMBER FETCH FIRST ? ROWS ONLY
                """, JdbcCommittedBooks::account, afterPosition, limit);
    }

    private static FindAccounts.Row account(ResultSet row) throws SQLException {
        return new FindAccounts.Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7));
    }

    /** On one snapshot of all tables: H2's REPEATABLE_READ would take one for each table when it is first read. */
    @Override
    public Audit audit() {
        try (Connection connection = readers.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            try {
                return new Audit(banks(connection), checks(connection));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static List<BankTotals> banks(Connection connection) throws SQLException {
        return list(connection, """
                SELECT B.BANK_CODE, COALESCE(A.ACCOUNTS, 0), COALESCE(A.BALANCE, 0), COALESCE(A.ENDOWMENT, 0),
                    B.INTERBANK_POSITION_WON, COALESCE(T.COMPLETED, 0), COALESCE(T.REFUSED, 0),
                    COALESCE(T.IN_PROGRESS, 0), COALESCE(T.VERIFICATIONS, 0), COALESCE(L.CALLS, 0),
                    COALESCE(L.EXECUTIONS, 0), COALESCE(L.FEES, 0)
                FROM BANK B
                LEFT JOIN (SELECT BANK_CODE, COUNT(*) ACCOUNTS, SUM(BALANCE_WON) BALANCE, SUM(ENDOWMENT_WON) ENDOWMENT
                    FROM ACCOUNT GROUP BY BANK_CODE) A ON A.BANK_CODE = B.BANK_CODE
                LEFT JOIN (SELECT BANK_CODE,
                    SUM(CASE WHEN KIND = 'TRANSFER' AND STATUS = 'COMPLETED' THEN 1 ELSE 0 END) COMPLETED,
                    SUM(CASE WHEN KIND = 'TRANSFER' AND STATUS = 'REFUSED' THEN 1 ELSE 0 END) REFUSED,
                    SUM(CASE WHEN STATUS = 'IN_PROGRESS' THEN 1 ELSE 0 END) IN_PROGRESS,
                    SUM(CASE WHEN KIND = 'VERIFICATION' AND STATUS = 'COMPLETED' THEN 1 ELSE 0 END) VERIFICATIONS
                    FROM TRANSFER GROUP BY BANK_CODE) T ON T.BANK_CODE = B.BANK_CODE
                LEFT JOIN (SELECT BANK_CODE, SUM(CALLS) CALLS, SUM(EXECUTIONS) EXECUTIONS, SUM(FEES_WON) FEES
                    FROM BILL GROUP BY BANK_CODE) L ON L.BANK_CODE = B.BANK_CODE
                ORDER BY B.BANK_CODE
                """, JdbcCommittedBooks::bankTotals);
    }

    private static BankTotals bankTotals(ResultSet row) throws SQLException {
        return new BankTotals(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12));
    }

    private static List<Check> checks(Connection connection) throws SQLException {
        return List.of(
                check(connection, "the balances of each bank = its endowments + its interbank position", """
                        SELECT COUNT(*) FROM BANK B WHERE B.INTERBANK_POSITION_WON <>
                            (SELECT COALESCE(SUM(BALANCE_WON - ENDOWMENT_WON), 0) FROM ACCOUNT A
                             WHERE A.BANK_CODE = B.BANK_CODE)
                        """),
                check(
                        connection,
                        "the interbank positions add up to 0",
                        "SELECT CASE WHEN SUM(INTERBANK_POSITION_WON) = 0 THEN 0 ELSE 1 END FROM BANK"),
                check(connection, "the balance of each account = its endowment + its entries, and not negative", """
                        SELECT COUNT(*) FROM ACCOUNT A WHERE A.BALANCE_WON < 0 OR A.BALANCE_WON <> A.ENDOWMENT_WON
                            + (SELECT COALESCE(SUM(CASE WHEN E.DIRECTION = 'CREDIT' THEN E.AMOUNT_WON
                                ELSE -E.AMOUNT_WON END), 0)
                               FROM ENTRY E
                               WHERE E.BANK_CODE = A.BANK_CODE AND E.ACCOUNT_NUMBER = A.ACCOUNT_NUMBER)
                        """),
                check(connection, "each completed transfer has its debit and its credit", """
                        SELECT COUNT(*) FROM TRANSFER T WHERE T.STATUS = 'COMPLETED' AND (
                            NOT EXISTS (SELECT 1 FROM ENTRY D WHERE D.SEQUENCE_NUMBER = 2 * T.BOOKING_NUMBER
                                AND D.DIRECTION = 'DEBIT' AND D.AMOUNT_WON = T.AMOUNT_WON
                                AND D.BANK_CODE = T.FROM_BANK_CODE AND D.ACCOUNT_NUMBER = T.FROM_ACCOUNT_NUMBER)
                            OR NOT EXISTS (SELECT 1 FROM ENTRY C WHERE C.SEQUENCE_NUMBER = 2 * T.BOOKING_NUMBER + 1
                                AND C.DIRECTION = 'CREDIT' AND C.AMOUNT_WON = T.AMOUNT_WON
                                AND C.BANK_CODE = T.TO_BANK_CODE AND C.ACCOUNT_NUMBER = T.TO_ACCOUNT_NUMBER))
                        """),
                check(connection, "there are no other entries", """
                        SELECT CASE WHEN (SELECT COUNT(*) FROM ENTRY)
                            = 2 * (SELECT COUNT(*) FROM TRANSFER WHERE STATUS = 'COMPLETED') THEN 0 ELSE 1 END
                        """),
                check(connection, "the executions of the bills = the completed transfers", """
                        SELECT CASE WHEN (SELECT COALESCE(SUM(EXECUTIONS), 0) FROM BILL)
                            = (SELECT COUNT(*) FROM TRANSFER WHERE KIND = 'TRANSFER' AND STATUS = 'COMPLETED')
                            THEN 0 ELSE 1 END
                        """));
    }

    private static Check check(Connection connection, String rule, String countOfViolations) throws SQLException {
        return new Check(
                rule, list(connection, countOfViolations, row -> row.getLong(1)).get(0));
    }

    private <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = readers.getConnection()) {
            return list(connection, sql, reader, parameters);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static <T> List<T> list(Connection connection, String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the books can't be read: " + e.getMessage(), e);
    }
}
