package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.BankCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;

/** What a bank charges for the calls of one month, by transaction date. */
public final class FindBill {
    private final Query query;

    /** One day's calls; each at the fee of its moment. */
    public record Day(
            LocalDate date,
            long calls,
            long completedCalls,
            long refusedCalls,
            long executions,
            long verifications,
            long totalWon,
            long completedWon) {}

    public FindBill(DataSource books) {
        this.query = new Query(books);
    }

    public List<Day> find(BankCode bank, YearMonth month) {
        return query.list("""
                SELECT BILLED_ON, CALLS, COMPLETED_CALLS, REFUSED_CALLS, EXECUTIONS, VERIFICATIONS, FEES_WON,
                    COMPLETED_FEES_WON
                FROM BILL WHERE BANK_CODE = ? AND BILLED_ON BETWEEN ? AND ? ORDER BY BILLED_ON
                """, FindBill::day, bank.value(), month.atDay(1), month.atEndOfMonth());
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                row.getObject(1, LocalDate.class),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }
}
