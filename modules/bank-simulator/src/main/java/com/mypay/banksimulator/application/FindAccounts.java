package com.mypay.banksimulator.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** All accounts of all banks, in the order of their opening. */
public final class FindAccounts {
    private final Query query;

    /** One account. */
    public record Row(
            long position,
            String bankCode,
            String accountNumber,
            String holderName,
            String status,
            long endowmentWon,
            long balanceWon) {}

    public FindAccounts(DataSource books) {
        this.query = new Query(books);
    }

    public Page<Row> find(Page.Request page) {
        List<Row> rows = query.list("""
                SELECT POSITION_NUMBER, BANK_CODE, ACCOUNT_NUMBER, HOLDER_NAME, STATUS, ENDOWMENT_WON, BALANCE_WON
                FROM ACCOUNT WHERE POSITION_NUMBER > ? ORDER BY POSITION_NUMBER FETCH FIRST ? ROWS ONLY
                """, FindAccounts::row, page.after(), page.oneMore());
        return Page.of(rows, page, Row::position);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7));
    }
}
