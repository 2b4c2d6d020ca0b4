package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.LineTotals;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@link LineTotals} as the columns of a settlement. */
final class SqlTotals {

    /** Of several settlements. */
    static final String SUMS = " COALESCE(SUM(PAYMENT_SLIPS), 0) AS PAYMENT_SLIPS,"
            + " COALESCE(SUM(CANCELLATION_SLIPS), 0) AS CANCELLATION_SLIPS,"
            + " COALESCE(SUM(GROSS_WON), 0) AS GROSS_WON,"
            + " COALESCE(SUM(CANCELLED_WON), 0) AS CANCELLED_WON,"
            + " COALESCE(SUM(COMMISSION_WON), 0) AS COMMISSION_WON,"
            + " COALESCE(SUM(NET_WON), 0) AS NET_WON";

    /** Of lines. */
    static final String SUMS_OF_LINES =
            " COALESCE(SUM(CASE WHEN KIND = 'PAYMENT' THEN 1 ELSE 0 END), 0) AS PAYMENT_SLIPS,"
                    + " COALESCE(SUM(CASE WHEN KIND = 'PAYMENT' THEN 0 ELSE 1 END), 0) AS CANCELLATION_SLIPS,"
                    + " COALESCE(SUM(CASE WHEN KIND = 'PAYMENT' THEN AMOUNT_WON ELSE 0 END), 0) AS GROSS_WON,"
                    + " COALESCE(SUM(CASE WHEN KIND = 'PAYMENT' THEN 0 ELSE AMOUNT_WON END), 0) AS CANCELLED_WON,"
                    + " COALESCE(SUM(COMMISSION_WON), 0) AS COMMISSION_WON,"
                    + " COALESCE(SUM(NET_WON), 0) AS NET_WON";

    private SqlTotals() {}

    static LineTotals read(ResultSet row) throws SQLException {
        return new LineTotals(
                row.getLong("PAYMENT_SLIPS"),
                row.getLong("CANCELLATION_SLIPS"),
                Won.won(row.getLong("GROSS_WON")),
                Won.won(row.getLong("CANCELLED_WON")),
                Won.won(row.getLong("COMMISSION_WON")),
                Won.won(row.getLong("NET_WON")));
    }
}
