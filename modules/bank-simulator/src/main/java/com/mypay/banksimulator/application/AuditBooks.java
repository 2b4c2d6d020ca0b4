package com.mypay.banksimulator.application;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Adds the books up, all at one moment: no won has come or gone but the endowments, and each completed transfer has
 * moved its amount exactly once. Reads everything, so it takes about a second per 50,000 transfers; 60 s at most.
 */
public final class AuditBooks {
    private final Query query;

    /** One bank's totals. Balances = endowments + position, where the position is what other banks' transfers brought. */
    public record BankTotals(
            String bankCode,
            long accounts,
            long balanceWon,
            long endowmentWon,
            long interbankPositionWon,
            long transfersCompleted,
            long transfersRefused,
            long transfersInProgress,
            long verifications,
            long calls,
            long executions,
            long feesWon) {}

    /** A rule, and how many rows break it. */
    public record Check(String rule, long violations) {}

    /** All of it. */
    public record Audit(List<BankTotals> banks, List<Check> checks) {
        public boolean conserved() {
            return checks.stream().allMatch(check -> check.violations() == 0);
        }
    }

    public AuditBooks(DataSource books) {
        this.query = new Query(books);
    }

    public Audit audit() {
        return query.snapshot(connection -> new Audit(banks(connection), checks(connection)));
    }

    private static List<BankTotals> banks(Connection connection) throws SQLException {
        return Query.list(connection, """
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
                """, AuditBooks::bankTotals);
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
                rule,
                Query.list(connection, countOfViolations, row -> row.getLong(1)).get(0));
    }
}
