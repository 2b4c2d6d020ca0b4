package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.audit.Audit;
import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.domain.CycleStatus;
import com.mypay.settlement.domain.PayoutStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks all of settlement's rows. Every rule is one statement over whole tables, so that it sees one moment; what a
 * slip comes to is calculated here once more, in SQL.
 */
@ApplicationScoped
public class SettlementAudit implements Audit {

    private static final String FIRST = " FETCH FIRST 1 ROWS ONLY";

    /** What a settlement earns its franchise. */
    private static final String EARNED = "T.NET_WON + COALESCE(T.REBATE_WON, 0) - COALESCE(T.VAT_WON, 0)";

    private static final String SLIP_WITHOUT_LINE = "SELECT 'slip ' || S.SLIP_ID || ' of closed cycle ' || S.CYCLE_ID"
            + " || ' has no line in it' AS FOUND FROM SLIP S"
            + " JOIN SETTLEMENT_CYCLE C ON C.CYCLE_ID = S.CYCLE_ID AND C.STATUS = 'CLOSED'"
            + " LEFT JOIN SETTLEMENT_LINE L ON L.SLIP_ID = S.SLIP_ID AND L.CYCLE_ID = S.CYCLE_ID"
            + " WHERE L.SLIP_ID IS NULL" + FIRST;
    private static final String STRANGE_LINE = "SELECT 'line ' || L.SLIP_ID || ' in cycle ' || L.CYCLE_ID"
            + " || ' is not what its slip says' AS FOUND FROM SETTLEMENT_LINE L"
            + " LEFT JOIN SLIP S ON S.SLIP_ID = L.SLIP_ID AND S.CYCLE_ID = L.CYCLE_ID"
            + " AND S.FRANCHISE_ID = L.FRANCHISE_ID AND S.KIND = L.KIND AND S.AMOUNT_WON = L.AMOUNT_WON"
            + " WHERE S.SLIP_ID IS NULL" + FIRST;
    private static final String WRONG_SETTLEMENT = "SELECT 'settlement ' || T.CYCLE_ID || '/' || T.FRANCHISE_ID"
            + " || ' says ' || T.NET_WON || ' won, its lines ' || COALESCE(L.NET_WON, 0) AS FOUND FROM SETTLEMENT T"
            + " LEFT JOIN (SELECT CYCLE_ID, FRANCHISE_ID," + SqlTotals.SUMS_OF_LINES
            + " FROM SETTLEMENT_LINE GROUP BY CYCLE_ID, FRANCHISE_ID) L"
            + " ON L.CYCLE_ID = T.CYCLE_ID AND L.FRANCHISE_ID = T.FRANCHISE_ID"
            + " WHERE T.PAYMENT_SLIPS <> COALESCE(L.PAYMENT_SLIPS, 0)"
            + " OR T.CANCELLATION_SLIPS <> COALESCE(L.CANCELLATION_SLIPS, 0)"
            + " OR T.GROSS_WON <> COALESCE(L.GROSS_WON, 0) OR T.CANCELLED_WON <> COALESCE(L.CANCELLED_WON, 0)"
            + " OR T.COMMISSION_WON <> COALESCE(L.COMMISSION_WON, 0) OR T.NET_WON <> COALESCE(L.NET_WON, 0)" + FIRST;
    private static final String LINE_WITHOUT_SETTLEMENT =
            "SELECT 'line ' || L.SLIP_ID || ' is in no settlement' AS FOUND"
                    + " FROM SETTLEMENT_LINE L LEFT JOIN SETTLEMENT T ON T.CYCLE_ID = L.CYCLE_ID"
                    + " AND T.FRANCHISE_ID = L.FRANCHISE_ID WHERE T.CYCLE_ID IS NULL" + FIRST;
    private static final String WRONG_CYCLE = "SELECT 'cycle ' || C.CYCLE_ID || ' was frozen with '"
            + " || (C.PAYMENT_SLIPS + C.CANCELLATION_SLIPS) || ' slips, settled are ' || COALESCE(T.SLIPS, 0) AS FOUND"
            + " FROM SETTLEMENT_CYCLE C LEFT JOIN (SELECT CYCLE_ID, SUM(PAYMENT_SLIPS + CANCELLATION_SLIPS) AS SLIPS,"
            + " SUM(GROSS_WON) AS GROSS_WON, SUM(CANCELLED_WON) AS CANCELLED_WON FROM SETTLEMENT GROUP BY CYCLE_ID) T"
            + " ON T.CYCLE_ID = C.CYCLE_ID WHERE C.STATUS <> 'FROZEN'"
            + " AND (C.PAYMENT_SLIPS + C.CANCELLATION_SLIPS <> COALESCE(T.SLIPS, 0)"
            + " OR C.GROSS_WON <> COALESCE(T.GROSS_WON, 0) OR C.CANCELLED_WON <> COALESCE(T.CANCELLED_WON, 0))" + FIRST;
    private static final String UNDECIDED = "SELECT 'settlement ' || T.CYCLE_ID || '/' || T.FRANCHISE_ID"
            + " || ' of a closed cycle is not decided' AS FOUND FROM SETTLEMENT T"
            + " JOIN SETTLEMENT_CYCLE C ON C.CYCLE_ID = T.CYCLE_ID AND C.STATUS = 'CLOSED'"
            + " WHERE T.OUTCOME IS NULL" + FIRST;
    private static final String LOST_MONEY = "SELECT 'settlement ' || T.CYCLE_ID || '/' || T.FRANCHISE_ID || ': '"
            + " || T.NET_WON || ' + ' || T.CARRIED_IN_WON || ' won, paid ' || COALESCE(P.AMOUNT_WON, 0)"
            + " || ', carried over ' || COALESCE(O.AMOUNT_WON, 0) AS FOUND FROM SETTLEMENT T"
            + " LEFT JOIN PAYOUT P ON P.CYCLE_ID = T.CYCLE_ID AND P.FRANCHISE_ID = T.FRANCHISE_ID"
            + " AND P.STATUS <> 'REFUSED'"
            + " LEFT JOIN (SELECT CYCLE_ID, FRANCHISE_ID, SUM(AMOUNT_WON) AS AMOUNT_WON FROM CARRY_OVER"
            + " GROUP BY CYCLE_ID, FRANCHISE_ID) O ON O.CYCLE_ID = T.CYCLE_ID AND O.FRANCHISE_ID = T.FRANCHISE_ID"
            + " WHERE T.OUTCOME IS NOT NULL"
            + " AND " + EARNED + " + T.CARRIED_IN_WON <> COALESCE(P.AMOUNT_WON, 0) + COALESCE(O.AMOUNT_WON, 0)" + FIRST;
    private static final String WRONG_CARRIED_IN = "SELECT 'settlement ' || T.CYCLE_ID || '/' || T.FRANCHISE_ID"
            + " || ' took over ' || T.CARRIED_IN_WON || ' won, carried over to it were ' || COALESCE(O.AMOUNT_WON, 0)"
            + " AS FOUND FROM SETTLEMENT T LEFT JOIN (SELECT TAKEN_BY_CYCLE_ID, FRANCHISE_ID,"
            + " SUM(AMOUNT_WON) AS AMOUNT_WON FROM CARRY_OVER GROUP BY TAKEN_BY_CYCLE_ID, FRANCHISE_ID) O"
            + " ON O.TAKEN_BY_CYCLE_ID = T.CYCLE_ID AND O.FRANCHISE_ID = T.FRANCHISE_ID"
            + " WHERE T.CARRIED_IN_WON <> COALESCE(O.AMOUNT_WON, 0)" + FIRST;
    private static final String TAKEN_BY_NOBODY = "SELECT 'carry-over ' || O.CYCLE_ID || '/' || O.FRANCHISE_ID"
            + " || ' was taken by ' || O.TAKEN_BY_CYCLE_ID || ', which has no settlement of it' AS FOUND FROM CARRY_OVER O"
            + " LEFT JOIN SETTLEMENT T ON T.CYCLE_ID = O.TAKEN_BY_CYCLE_ID AND T.FRANCHISE_ID = O.FRANCHISE_ID"
            + " WHERE O.TAKEN_BY_CYCLE_ID IS NOT NULL AND T.CYCLE_ID IS NULL" + FIRST;
    private static final String TAKEN_EARLY = "SELECT 'carry-over ' || O.CYCLE_ID || '/' || O.FRANCHISE_ID || ' '"
            + " || O.PART || ' was taken by ' || O.TAKEN_BY_CYCLE_ID || ' before it was due' AS FOUND FROM CARRY_OVER O"
            + " JOIN SETTLEMENT_CYCLE C ON C.CYCLE_ID = O.TAKEN_BY_CYCLE_ID"
            + " JOIN SETTLEMENT T ON T.CYCLE_ID = C.CYCLE_ID AND T.FRANCHISE_ID = O.FRANCHISE_ID"
            + " WHERE O.DUE_ON > C.BUSINESS_DATE AND O.AMOUNT_WON > 0 AND T.DUE_ON IS NOT NULL" + FIRST;
    private static final String WRONG_RESERVE = "SELECT 'settlement ' || T.CYCLE_ID || '/' || T.FRANCHISE_ID"
            + " || ' keeps back ' || COALESCE(O.AMOUNT_WON, 0) || ' won of ' || T.NET_WON AS FOUND FROM SETTLEMENT T"
            + " LEFT JOIN CARRY_OVER O ON O.CYCLE_ID = T.CYCLE_ID AND O.FRANCHISE_ID = T.FRANCHISE_ID"
            + " AND O.PART = 'RESERVE' WHERE T.OUTCOME IS NOT NULL"
            + " AND COALESCE(O.AMOUNT_WON, 0) <> CASE WHEN " + EARNED + " > 0 AND " + EARNED + " + T.CARRIED_IN_WON > 0"
            + " THEN LEAST(FLOOR((" + EARNED + ") * COALESCE(T.RESERVE_BASIS_POINTS, 0) / 10000),"
            + " " + EARNED + " + T.CARRIED_IN_WON) ELSE 0 END" + FIRST;
    private static final String WRONG_VAT = "SELECT 'settlement ' || T.CYCLE_ID || '/' || T.FRANCHISE_ID || ' has '"
            + " || T.VAT_WON || ' won of VAT on ' || (T.COMMISSION_WON - T.REBATE_WON) AS FOUND FROM SETTLEMENT T"
            + " WHERE T.OUTCOME IS NOT NULL AND T.VAT_WON IS NOT NULL"
            + " AND ABS(T.VAT_WON * 10000 - (T.COMMISSION_WON - T.REBATE_WON) * T.VAT_BASIS_POINTS) > 5000" + FIRST;
    private static final String WRONG_REBATE = "SELECT 'settlement ' || T.CYCLE_ID || '/' || T.FRANCHISE_ID"
            + " || ' gives back ' || T.REBATE_WON || ' won without tiers' AS FOUND FROM SETTLEMENT T"
            + " WHERE T.REBATE_WON <> 0 AND T.COMMISSION_TIERS = '-'" + FIRST;
    private static final String WRONG_CHARGES = "SELECT 'cycle ' || C.CYCLE_ID || ' says a rebate of ' || C.REBATE_WON"
            + " || ' and a VAT of ' || C.VAT_WON || ' won' AS FOUND FROM SETTLEMENT_CYCLE C"
            + " JOIN (SELECT CYCLE_ID, COALESCE(SUM(REBATE_WON), 0) AS REBATE_WON, COALESCE(SUM(VAT_WON), 0) AS VAT_WON,"
            + " COALESCE(SUM((COMMISSION_WON - REBATE_WON) * VAT_BASIS_POINTS), 0) AS EXACT FROM SETTLEMENT"
            + " GROUP BY CYCLE_ID) T ON T.CYCLE_ID = C.CYCLE_ID WHERE C.STATUS = 'CLOSED' AND C.VAT_WON IS NOT NULL"
            + " AND (C.REBATE_WON <> T.REBATE_WON OR C.VAT_WON <> T.VAT_WON"
            + " OR ABS((C.VAT_WON - C.VAT_ROUNDING_WON) * 10000 - T.EXACT) > 5000)" + FIRST;
    private static final String WRONG_COMMISSION = "SELECT 'line ' || L.SLIP_ID || ' has a commission of '"
            + " || L.COMMISSION_WON || ' and a net of ' || L.NET_WON || ' won' AS FOUND FROM SETTLEMENT_LINE L"
            + " JOIN SLIP S ON S.SLIP_ID = L.SLIP_ID"
            + " WHERE (L.KIND = 'PAYMENT' AND (L.NET_WON <> L.AMOUNT_WON - L.COMMISSION_WON"
            + " OR L.COMMISSION_WON <> FLOOR(S.AMOUNT_WON * S.COMMISSION_BASIS_POINTS / 10000)))"
            + " OR (L.KIND = 'CANCELLATION' AND (L.NET_WON <> 0 - L.AMOUNT_WON - L.COMMISSION_WON"
            + " OR L.COMMISSION_WON <>"
            + " FLOOR((S.REMAINING_BEFORE_WON - S.AMOUNT_WON) * S.COMMISSION_BASIS_POINTS / 10000)"
            + " - FLOOR(S.REMAINING_BEFORE_WON * S.COMMISSION_BASIS_POINTS / 10000)))" + FIRST;
    private static final String WRONG_ROUNDING = "SELECT 'cycle ' || C.CYCLE_ID || ' booked a residue of '"
            + " || C.ROUNDING_WON || ' won' AS FOUND FROM SETTLEMENT_CYCLE C WHERE C.STATUS = 'CLOSED' AND"
            + " C.ROUNDING_WON <> C.GROSS_WON - C.CANCELLED_WON - C.COMMISSION_WON - C.NET_WON" + FIRST;
    private static final String WRONG_STEP = "SELECT 'step ' || STEP_NAME || '/' || PARTITION_NO || ' of cycle '"
            + " || CYCLE_ID || ' read ' || READ_COUNT || ', wrote ' || WRITTEN_COUNT || ', skipped ' || SKIPPED_COUNT"
            + " AS FOUND FROM STEP_COUNT WHERE READ_COUNT <> WRITTEN_COUNT + SKIPPED_COUNT" + FIRST;
    private static final String UNREAD =
            "SELECT 'cycle ' || C.CYCLE_ID || ' has ' || C.FRANCHISES || ' settlements, read '"
                    + " || 'were ' || COALESCE(N.SLIPS, 0) || ' slips and ' || COALESCE(N.SETTLEMENTS, 0) || ' settlements'"
                    + " AS FOUND FROM SETTLEMENT_CYCLE C LEFT JOIN (SELECT CYCLE_ID,"
                    + " SUM(CASE WHEN STEP_NAME = 'settle' THEN READ_COUNT ELSE 0 END) AS SLIPS,"
                    + " SUM(CASE WHEN STEP_NAME = 'payout' THEN READ_COUNT ELSE 0 END) AS SETTLEMENTS"
                    + " FROM STEP_COUNT GROUP BY CYCLE_ID) N ON N.CYCLE_ID = C.CYCLE_ID WHERE C.STATUS = 'CLOSED'"
                    + " AND (C.PAYMENT_SLIPS + C.CANCELLATION_SLIPS <> COALESCE(N.SLIPS, 0)"
                    + " OR C.FRANCHISES <> COALESCE(N.SETTLEMENTS, 0))" + FIRST;

    /** All slips; of payment's own also what they come to, for payment has to know of each of them. */
    private static final String TOTALS_OF_SLIPS = "SELECT COUNT(*) AS SLIPS,"
            + " COALESCE(SUM(CASE WHEN IMPORT_ID IS NULL THEN 0 ELSE 1 END), 0) AS IMPORTED_SLIPS,"
            + " COALESCE(SUM(CASE WHEN IMPORT_ID IS NULL AND KIND = 'PAYMENT' THEN 1 ELSE 0 END), 0) AS PAYMENT_SLIPS,"
            + " COALESCE(SUM(CASE WHEN IMPORT_ID IS NULL AND KIND = 'PAYMENT' THEN AMOUNT_WON ELSE 0 END), 0)"
            + " AS PAYMENT_SLIPS_WON,"
            + " COALESCE(SUM(CASE WHEN IMPORT_ID IS NULL AND KIND = 'CANCELLATION' THEN AMOUNT_WON ELSE 0 END), 0)"
            + " AS CANCELLATION_SLIPS_WON,"
            + " COALESCE(SUM(CASE WHEN CYCLE_ID IS NULL THEN 1 ELSE 0 END), 0) AS OPEN_SLIPS FROM SLIP";

    private static final String TOTALS_OF_PAYOUTS = "SELECT COUNT(*) AS PAYOUTS,"
            + " COALESCE(SUM(CASE WHEN STATUS = 'COMPLETED' THEN AMOUNT_WON ELSE 0 END), 0) AS COMPLETED_WON,"
            + " COALESCE(SUM(CASE WHEN STATUS IN ('REQUESTED', 'IN_DOUBT') THEN AMOUNT_WON ELSE 0 END), 0)"
            + " AS IN_FLIGHT_WON FROM PAYOUT";
    private static final String COMMISSION =
            "SELECT COALESCE(SUM(COMMISSION_WON - COALESCE(REBATE_WON, 0)), 0) AS FOUND FROM SETTLEMENT_CYCLE WHERE STATUS = 'CLOSED'";
    private static final String ROUNDING =
            "SELECT COALESCE(SUM(ROUNDING_WON + COALESCE(VAT_ROUNDING_WON, 0)), 0) AS FOUND FROM SETTLEMENT_CYCLE WHERE STATUS = 'CLOSED'";
    private static final String VAT =
            "SELECT COALESCE(SUM(VAT_WON - VAT_ROUNDING_WON), 0) AS FOUND FROM SETTLEMENT_CYCLE"
                    + " WHERE STATUS = 'CLOSED'";
    private static final String CARRIED_OPEN =
            "SELECT COALESCE(SUM(AMOUNT_WON), 0) AS FOUND FROM CARRY_OVER WHERE TAKEN_BY_CYCLE_ID IS NULL";
    private static final String UNSETTLED = "SELECT COUNT(*) AS FOUND FROM SLIP S JOIN SETTLEMENT_CYCLE C"
            + " ON C.CYCLE_ID = S.CYCLE_ID AND C.STATUS <> 'CLOSED' LEFT JOIN SETTLEMENT_LINE L ON L.SLIP_ID = S.SLIP_ID"
            + " WHERE L.SLIP_ID IS NULL";
    /**
     * Row by row: after a kill in the middle of a transaction the embedded database's own count of a whole table has
     * been seen to be one row off, where every row read was right.
     */
    private static final String LINES = "SELECT COALESCE(SUM(1), 0) AS FOUND FROM SETTLEMENT_LINE";

    private static final String SETTLEMENTS = "SELECT COUNT(*) AS FOUND FROM SETTLEMENT";
    private static final String CARRY_OVERS = "SELECT COUNT(*) AS FOUND FROM CARRY_OVER";
    private static final String CYCLES = "SELECT COUNT(*) AS FOUND FROM SETTLEMENT_CYCLE";
    private static final String STEPS = "SELECT COUNT(*) AS FOUND FROM STEP_COUNT";

    private final Jdbc jdbc;
    private final Transactions transactions;

    @Inject
    public SettlementAudit(Jdbc jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected SettlementAudit() {
        this(null, null);
    }

    @Override
    public AuditReport report() {
        return transactions.inTransaction(() -> {
            Map<String, Long> totals = totals();
            return new AuditReport("settlement", checks(totals), totals);
        });
    }

    private List<Check> checks(Map<String, Long> totals) {
        long slips = Objects.requireNonNull(totals.get("slips"));
        long lines = Objects.requireNonNull(totals.get("lines"));
        long cycles = Objects.requireNonNull(totals.get("cycles"));
        long settlements = number(SETTLEMENTS);
        List<Check> checks = new ArrayList<>();
        checks.add(check("I5", "a slip of a closed cycle has its line there", slips, SLIP_WITHOUT_LINE));
        checks.add(check("I5", "a line is what its slip says, in the slip's cycle", lines, STRANGE_LINE));
        checks.add(
                check("I5", "settlement = sum of its lines", settlements, WRONG_SETTLEMENT, LINE_WITHOUT_SETTLEMENT));
        checks.add(check("I5", "a cycle settles what was frozen", cycles, WRONG_CYCLE));
        checks.add(check("I5", "a closed cycle has decided every franchise", settlements, UNDECIDED));
        checks.add(check("I5", "lines + carried in = payout + carried over", settlements, LOST_MONEY));
        checks.add(
                check("I5", "carried over = carried in, once", number(CARRY_OVERS), WRONG_CARRIED_IN, TAKEN_BY_NOBODY));
        checks.add(check("I5", "what was carried over is taken when it is due", number(CARRY_OVERS), TAKEN_EARLY));
        checks.add(check("I5", "a reserve is what the terms say", settlements, WRONG_RESERVE));
        checks.add(historyIsLegal("cycle", "CYCLE", "SETTLEMENT_CYCLE", legal(CycleStatus.values())));
        checks.add(historyIsLegal("payout", "PAYOUT", "PAYOUT", legal(PayoutStatus.values())));
        checks.add(check("I13", "read = written + skipped, and everything is read", number(STEPS), WRONG_STEP, UNREAD));
        checks.add(check("I15", "a commission is rounded down, a cancellation gives it back", lines, WRONG_COMMISSION));
        checks.add(check(
                "I15", "VAT is the rate on the commission less its rebate", settlements, WRONG_VAT, WRONG_REBATE));
        checks.add(check("I15", "a cycle books the VAT and the rebates of its franchises", cycles, WRONG_CHARGES));
        checks.add(check("I15", "a rounding residue is booked with its cycle", cycles, WRONG_ROUNDING));
        return checks;
    }

    /** Every step is allowed, begins where the one before ended, and the last one ends where the thing is. */
    private Check historyIsLegal(String name, String prefix, String table, String legal) {
        String history = prefix + "_HISTORY";
        String key = prefix + "_ID";
        String illegal = "SELECT '" + name + " ' || " + key + " || ' went from ' || COALESCE(FROM_STATUS, 'nothing')"
                + " || ' to ' || TO_STATUS AS FOUND FROM " + history
                + " WHERE NOT ((CHANGE_NO = 1 AND FROM_STATUS IS NULL) OR (CHANGE_NO > 1 AND (" + legal + ")))"
                + FIRST;
        String broken = "SELECT '" + name + " ' || H." + key + " || ' left ' || H.FROM_STATUS || ' where it was not'"
                + " AS FOUND FROM " + history + " H LEFT JOIN " + history + " B ON B." + key + " = H." + key
                + " AND B.CHANGE_NO = H.CHANGE_NO - 1 WHERE H.CHANGE_NO > 1"
                + " AND COALESCE(B.TO_STATUS, 'nothing') <> COALESCE(H.FROM_STATUS, 'nothing')" + FIRST;
        String end = "SELECT '" + name + " ' || T." + key + " || ' is ' || T.STATUS || ', its history says '"
                + " || COALESCE(H.TO_STATUS, 'nothing') AS FOUND FROM " + table + " T LEFT JOIN (SELECT " + key
                + ", MAX(CHANGE_NO) AS CHANGE_NO FROM " + history + " GROUP BY " + key + ") M ON M." + key + " = T."
                + key + " LEFT JOIN " + history + " H ON H." + key + " = M." + key
                + " AND H.CHANGE_NO = M.CHANGE_NO WHERE H.TO_STATUS IS NULL OR H.TO_STATUS <> T.STATUS" + FIRST;
        long rows = number("SELECT COUNT(*) AS FOUND FROM " + history);
        return check("I11", "a " + name + " goes only through legal states", rows, illegal, broken, end);
    }

    private static String legal(CycleStatus[] all) {
        List<String> pairs = new ArrayList<>();
        for (CycleStatus from : all) {
            for (CycleStatus to : all) {
                if (from.mayBecome(to)) {
                    pairs.add(pair(from, to));
                }
            }
        }
        return String.join(" OR ", pairs);
    }

    private static String legal(PayoutStatus[] all) {
        List<String> pairs = new ArrayList<>();
        for (PayoutStatus from : all) {
            for (PayoutStatus to : all) {
                if (from.mayBecome(to)) {
                    pairs.add(pair(from, to));
                }
            }
        }
        return String.join(" OR ", pairs);
    }

    private static String pair(Enum<?> from, Enum<?> to) {
        return "(FROM_STATUS = '" + from.name() + "' AND TO_STATUS = '" + to.name() + "')";
    }

    private Map<String, Long> totals() {
        Map<String, Long> totals = new LinkedHashMap<>();
        jdbc.query(TOTALS_OF_SLIPS, row -> {
            totals.put("slips", row.getLong("SLIPS"));
            totals.put("importedSlips", row.getLong("IMPORTED_SLIPS"));
            totals.put("paymentSlips", row.getLong("PAYMENT_SLIPS"));
            totals.put("paymentSlipsWon", row.getLong("PAYMENT_SLIPS_WON"));
            totals.put("cancellationSlipsWon", row.getLong("CANCELLATION_SLIPS_WON"));
            return totals.put("openSlips", row.getLong("OPEN_SLIPS") + number(UNSETTLED));
        });
        jdbc.query(TOTALS_OF_PAYOUTS, row -> {
            totals.put("payouts", row.getLong("PAYOUTS"));
            totals.put("payoutsCompletedWon", row.getLong("COMPLETED_WON"));
            return totals.put("payoutsInFlightWon", row.getLong("IN_FLIGHT_WON"));
        });
        totals.put("lines", number(LINES));
        totals.put("cycles", number(CYCLES));
        totals.put("commissionWon", number(COMMISSION));
        totals.put("roundingWon", number(ROUNDING));
        totals.put("vatWon", number(VAT));
        totals.put("carriedOpenWon", number(CARRIED_OPEN));
        return totals;
    }

    private Check check(String invariant, String rule, long rows, String... statements) {
        @Nullable String found = null;
        for (String sql : statements) {
            List<String> first = jdbc.query(sql, row -> row.getString("FOUND"));
            found = found == null && !first.isEmpty() ? first.get(0) : found;
        }
        return Check.of(invariant, rule, rows, found);
    }

    private long number(String sql) {
        return jdbc.query(sql, row -> row.getLong("FOUND")).get(0);
    }
}
