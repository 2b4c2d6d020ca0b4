package com.mypay.money.adapter.out.persistence;

import com.mypay.framework.audit.Audit;
import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.clock.RealTime;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.money.domain.ChargeStatus;
import com.mypay.money.domain.HoldStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks all of money's rows. Every rule is one statement over whole tables, so that it sees one moment and takes
 * seconds for a million postings.
 */
@ApplicationScoped
public class MoneyAudit implements Audit {

    private static final String FIRST = " FETCH FIRST 1 ROWS ONLY";

    private static final String UNBALANCED_ENTRY = "SELECT 'entry ' || ENTRY_ID || ' adds up to ' || SUM(AMOUNT_WON)"
            + " || ' won in ' || COUNT(*) || ' postings' AS FOUND FROM POSTING GROUP BY ENTRY_ID"
            + " HAVING SUM(AMOUNT_WON) <> 0 OR COUNT(*) < 2" + FIRST;
    private static final String EMPTY_ENTRY = "SELECT 'entry ' || E.ENTRY_ID || ' has no postings' AS FOUND"
            + " FROM ENTRY E LEFT JOIN POSTING P ON P.ENTRY_ID = E.ENTRY_ID AND P.LINE_NO = 1"
            + " WHERE P.ENTRY_ID IS NULL" + FIRST;
    private static final String UNBALANCED_LEDGER = "SELECT 'all postings add up to ' || L.SUM_WON || ' won' AS FOUND"
            + " FROM (SELECT COALESCE(SUM(AMOUNT_WON), 0) AS SUM_WON FROM POSTING) L WHERE L.SUM_WON <> 0";
    private static final String WRONG_BALANCE = "SELECT 'member ' || M.MEMBER_ID || ' has ' || M.BALANCE_WON"
            + " || ' won after ' || M.CHANGINGS || ' changings, its postings ' || COALESCE(P.SUM_WON, 0)"
            + " || ' won in ' || COALESCE(P.POSTINGS, 0) AS FOUND FROM MEMBER_MONEY M LEFT JOIN (SELECT MEMBER_ID,"
            + " SUM(AMOUNT_WON) AS SUM_WON, COUNT(*) AS POSTINGS, MAX(CHANGING_NO) AS LAST_NO FROM POSTING"
            + " WHERE MEMBER_ID > 0 GROUP BY MEMBER_ID) P ON P.MEMBER_ID = M.MEMBER_ID"
            + " WHERE M.BALANCE_WON <> COALESCE(P.SUM_WON, 0) OR M.CHANGINGS <> COALESCE(P.POSTINGS, 0)"
            + " OR M.CHANGINGS <> COALESCE(P.LAST_NO, 0)" + FIRST;
    private static final String NOBODYS_POSTING = "SELECT 'member ' || P.MEMBER_ID || ' has postings but no balance'"
            + " AS FOUND FROM (SELECT DISTINCT MEMBER_ID FROM POSTING WHERE MEMBER_ID > 0) P"
            + " LEFT JOIN MEMBER_MONEY M ON M.MEMBER_ID = P.MEMBER_ID WHERE M.MEMBER_ID IS NULL" + FIRST;
    private static final String BROKEN_CHAIN = "SELECT 'money changing ' || P.MEMBER_ID || '-' || P.CHANGING_NO"
            + " || ' of ' || P.AMOUNT_WON || ' won from ' || COALESCE(B.BALANCE_AFTER_WON, 0) || ' to '"
            + " || P.BALANCE_AFTER_WON AS FOUND FROM POSTING P LEFT JOIN POSTING B ON B.MEMBER_ID = P.MEMBER_ID"
            + " AND B.CHANGING_NO = P.CHANGING_NO - 1 WHERE P.MEMBER_ID > 0 AND (P.BALANCE_AFTER_WON < 0"
            + " OR P.BALANCE_AFTER_WON <> COALESCE(B.BALANCE_AFTER_WON, 0) + P.AMOUNT_WON)" + FIRST;
    private static final String NEGATIVE = "SELECT 'member ' || MEMBER_ID || ' has ' || BALANCE_WON || ' won, '"
            + " || HELD_WON || ' of them on hold' AS FOUND FROM MEMBER_MONEY"
            + " WHERE BALANCE_WON - HELD_WON < 0 OR HELD_WON < 0" + FIRST;
    private static final String WRONG_HOLDS = "SELECT 'member ' || M.MEMBER_ID || ' has ' || M.HELD_WON"
            + " || ' won on hold, its holds are of ' || COALESCE(H.SUM_WON, 0) || ' won' AS FOUND FROM MEMBER_MONEY M"
            + " LEFT JOIN (SELECT MEMBER_ID, SUM(AMOUNT_WON) AS SUM_WON FROM HOLD WHERE STATUS = 'HELD'"
            + " GROUP BY MEMBER_ID) H ON H.MEMBER_ID = M.MEMBER_ID WHERE M.HELD_WON <> COALESCE(H.SUM_WON, 0)" + FIRST;
    private static final String WRONG_CHECKPOINT = "SELECT 'checkpoint of ' || C.ACCOUNT || ' up to '"
            + " || C.UP_TO_ENTRY_ID || ' says ' || C.BALANCE_WON || ' won, its postings ' || COALESCE(P.SUM_WON, 0)"
            + " AS FOUND FROM ACCOUNT_CHECKPOINT C LEFT JOIN (SELECT ACCOUNT, SUM(AMOUNT_WON) AS SUM_WON FROM POSTING"
            + " WHERE ENTRY_ID <= (SELECT MAX(UP_TO_ENTRY_ID) FROM ACCOUNT_CHECKPOINT) GROUP BY ACCOUNT) P"
            + " ON P.ACCOUNT = C.ACCOUNT WHERE C.UP_TO_ENTRY_ID = (SELECT MAX(UP_TO_ENTRY_ID) FROM ACCOUNT_CHECKPOINT)"
            + " AND C.BALANCE_WON <> COALESCE(P.SUM_WON, 0)" + FIRST;
    private static final String CHARGES_AND_LEDGER = "SELECT 'completed charges are ' || C.CHARGES || ' of '"
            + " || C.SUM_WON || ' won, booked are ' || L.ENTRIES || ' of ' || L.SUM_WON || ' won' AS FOUND"
            + " FROM (SELECT COUNT(*) AS CHARGES, COALESCE(SUM(AMOUNT_WON), 0) AS SUM_WON FROM CHARGE"
            + " WHERE STATUS = 'COMPLETED') C CROSS JOIN (SELECT COUNT(*) AS ENTRIES,"
            + " COALESCE(SUM(P.AMOUNT_WON), 0) AS SUM_WON FROM ENTRY E JOIN POSTING P ON P.ENTRY_ID = E.ENTRY_ID"
            + " AND P.LINE_NO = 1 WHERE E.CAUSE IN ('CHARGE', 'TOP_UP')) L"
            + " WHERE C.CHARGES <> L.ENTRIES OR C.SUM_WON <> L.SUM_WON";
    private static final String MORE_THAN_CASH = "SELECT 'members have ' || M.SUM_WON || ' won, the corporate account '"
            + " || L.CASH_WON AS FOUND FROM (SELECT COALESCE(SUM(BALANCE_WON), 0) AS SUM_WON FROM MEMBER_MONEY) M"
            + " CROSS JOIN (SELECT 0 - COALESCE(SUM(AMOUNT_WON), 0) AS CASH_WON FROM POSTING"
            + " WHERE ACCOUNT = 'CORPORATE_CASH') L WHERE M.SUM_WON > L.CASH_WON";
    private static final String BOOKED_TWICE = "SELECT 'remittance ' || REFERENCE || ' is booked ' || COUNT(*)"
            + " || ' times' AS FOUND FROM ENTRY WHERE CAUSE = 'REMITTANCE' GROUP BY REFERENCE HAVING COUNT(*) > 1"
            + FIRST;
    private static final String CAPTURES_AND_LEDGER = "SELECT 'captured holds are ' || H.HOLDS || ' of '"
            + " || H.SUM_WON || ' won, booked are ' || L.ENTRIES || ' of ' || L.SUM_WON || ' won' AS FOUND"
            + " FROM (SELECT COUNT(*) AS HOLDS, COALESCE(SUM(AMOUNT_WON), 0) AS SUM_WON FROM HOLD"
            + " WHERE STATUS = 'CAPTURED') H CROSS JOIN (SELECT COUNT(*) AS ENTRIES,"
            + " 0 - COALESCE(SUM(P.AMOUNT_WON), 0) AS SUM_WON FROM ENTRY E"
            + " JOIN POSTING P ON P.ENTRY_ID = E.ENTRY_ID AND P.LINE_NO = 1"
            + " JOIN POSTING K ON K.ENTRY_ID = E.ENTRY_ID AND K.LINE_NO = 2 AND K.ACCOUNT = 'CORPORATE_CASH'"
            + " WHERE E.CAUSE = 'REMITTANCE') L WHERE H.HOLDS <> L.ENTRIES OR H.SUM_WON <> L.SUM_WON";
    /** Staff corrects under any reference; a remittance has a rule of its own. */
    private static final String TWO_EFFECTS = "SELECT CAUSE || ' ' || REFERENCE || ' is booked ' || COUNT(*)"
            + " || ' times' AS FOUND FROM ENTRY WHERE CAUSE NOT IN ('ADJUSTMENT', 'REMITTANCE')"
            + " GROUP BY CAUSE, REFERENCE HAVING COUNT(*) > 1" + FIRST;

    /**
     * A charge that had failed and was booked late has another one beside it, which nobody has asked for. Old requests are
     * removed at last: who has none any more is older than all that are kept, of the same kind: those of services and those
     * that are running are kept for longer.
     */
    private static final String CHARGES_AND_REQUESTS =
            "SELECT C.RECENT || ' of ' || C.CHARGES || ' charges were accepted"
                    + " for ' || R.REQUESTS || ' requests that are kept' AS FOUND FROM (SELECT COUNT(*) AS CHARGES,"
                    + " SUM(CASE WHEN A.REQUESTED_AT >= K.KEPT_FROM THEN 1 ELSE 0 END) AS RECENT FROM CHARGE A"
                    + " CROSS JOIN (SELECT COALESCE(MIN(CASE WHEN OPERATION = 'charge/money' AND STATUS = 'DONE'"
                    + " AND CALLER NOT LIKE 'service/%' THEN CREATED_TIMESTAMP END), MAX(CREATED_TIMESTAMP),"
                    + " TIMESTAMP '1970-01-01 00:00:00') AS KEPT_FROM"
                    + " FROM COMMAND_REQUEST) K WHERE KIND = 'CHARGE' AND NOT (STATUS = 'FAILED' AND EXISTS (SELECT 1"
                    + " FROM BOOKED_ONCE B WHERE B.CAUSE = 'CHARGE' AND B.REFERENCE = A.CHARGE_ID))) C"
                    + " CROSS JOIN (SELECT COUNT(*) AS REQUESTS FROM COMMAND_REQUEST"
                    + " WHERE OPERATION = 'charge/money' AND STATUS = 'DONE') R"
                    + " WHERE C.RECENT > R.REQUESTS OR C.CHARGES < R.REQUESTS";

    private static final String FORGOTTEN = "SELECT 'charge ' || CHARGE_ID || ' is ' || STATUS"
            + " || ' and nobody asks about it' AS FOUND FROM CHARGE"
            + " WHERE STATUS IN ('REQUESTED', 'IN_DOUBT') AND ASK_AFTER < ? ORDER BY CHARGE_ID" + FIRST;
    private static final String ILLEGAL_STEP = "SELECT SUBJECT || ' ' || SUBJECT_ID || ' went from '"
            + " || COALESCE(FROM_STATUS, 'nothing') || ' to ' || TO_STATUS || ' in step ' || STEP_NO AS FOUND"
            + " FROM STATUS_HISTORY WHERE NOT (" + legalSteps() + ")" + FIRST;
    private static final String BROKEN_HISTORY = "SELECT H.SUBJECT || ' ' || H.SUBJECT_ID || ' was '"
            + " || COALESCE(B.TO_STATUS, 'nothing') || ' and in step ' || H.STEP_NO || ' left '"
            + " || COALESCE(H.FROM_STATUS, 'nothing') AS FOUND FROM STATUS_HISTORY H LEFT JOIN STATUS_HISTORY B"
            + " ON B.SUBJECT_ID = H.SUBJECT_ID AND B.STEP_NO = H.STEP_NO - 1"
            + " WHERE COALESCE(B.TO_STATUS, 'nothing') <> COALESCE(H.FROM_STATUS, 'nothing')" + FIRST;
    private static final String HISTORY_END = "SELECT '%s ' || C.%s_ID || ' is ' || C.STATUS || ' after ' || C.STEPS"
            + " || ' steps, its history says ' || COALESCE(H.TO_STATUS, 'nothing') AS FOUND FROM %s C"
            + " LEFT JOIN STATUS_HISTORY H ON H.SUBJECT_ID = C.%s_ID AND H.STEP_NO = C.STEPS"
            + " WHERE H.TO_STATUS IS NULL OR H.TO_STATUS <> C.STATUS" + FIRST;

    private static final String ACCOUNTS =
            "SELECT ACCOUNT, SUM(AMOUNT_WON) AS SUM_WON, COUNT(*) AS POSTINGS" + " FROM POSTING GROUP BY ACCOUNT";
    private static final String MEMBERS = "SELECT COUNT(*) AS MEMBERS, COALESCE(SUM(BALANCE_WON), 0) AS BALANCE_WON,"
            + " COALESCE(SUM(HELD_WON), 0) AS HELD_WON FROM MEMBER_MONEY";
    private static final String CHARGES = "SELECT COUNT(*) AS CHARGES, COALESCE(SUM(CASE WHEN STATUS IN"
            + " ('REQUESTED', 'IN_DOUBT') THEN AMOUNT_WON ELSE 0 END), 0) AS IN_FLIGHT_WON FROM CHARGE";
    private static final String HOLDS = "SELECT COUNT(*) AS HOLDS FROM HOLD WHERE STATUS = 'HELD'";
    private static final String PAYMENTS = "SELECT CAUSE, COUNT(*) AS ENTRIES FROM ENTRY"
            + " WHERE CAUSE IN ('PAYMENT', 'PAYMENT_CANCELLATION') GROUP BY CAUSE";
    /** By what stands in the second line: the payee, or the cash that has left. The third one is the fee. */
    private static final String REMITTANCES = "SELECT K.ACCOUNT, COUNT(*) AS ENTRIES, SUM(K.AMOUNT_WON) AS SUM_WON,"
            + " COALESCE(SUM(F.AMOUNT_WON), 0) AS FEES_WON FROM ENTRY E"
            + " JOIN POSTING K ON K.ENTRY_ID = E.ENTRY_ID AND K.LINE_NO = 2"
            + " LEFT JOIN POSTING F ON F.ENTRY_ID = E.ENTRY_ID AND F.LINE_NO = 3"
            + " WHERE E.CAUSE = 'REMITTANCE' GROUP BY K.ACCOUNT";

    private static final String ENTRIES = "SELECT COUNT(*) AS ENTRIES FROM ENTRY";
    private static final String STEPS = "SELECT COUNT(*) AS STEPS FROM STATUS_HISTORY";

    /** Open charges are looked for every few seconds: one that is due for so long isn't. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private final Jdbc jdbc;
    private final Clock realTime;

    @Inject
    public MoneyAudit(Jdbc jdbc, @RealTime Clock realTime) {
        this.jdbc = jdbc;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MoneyAudit() {
        this(null, null);
    }

    @Override
    public AuditReport report() {
        Map<String, Long> totals = totals();
        long postings = totals.getOrDefault("postings", 0L);
        long entries = totals.getOrDefault("entries", 0L);
        long members = totals.getOrDefault("members", 0L);
        long charges = totals.getOrDefault("charges", 0L);
        long steps = count(STEPS, "STEPS");
        List<Check> checks = new ArrayList<>();
        checks.add(check("I1", "the postings of each entry add up to 0", entries, UNBALANCED_ENTRY, EMPTY_ENTRY));
        checks.add(check("I1", "all postings add up to 0", postings, UNBALANCED_LEDGER));
        checks.add(check("I2", "each completed charge is booked, and nothing else", charges, CHARGES_AND_LEDGER));
        checks.add(check("I3", "balance = sum of postings", members, WRONG_BALANCE, NOBODYS_POSTING));
        checks.add(check("I3", "each money changing continues the one before it", postings, BROKEN_CHAIN));
        checks.add(check("I3", "available = balance - holds >= 0", members, NEGATIVE, WRONG_HOLDS));
        checks.add(check("I3", "a checkpoint is the sum of its postings", postings, WRONG_CHECKPOINT));
        checks.add(check("I4", "a remittance is booked once", entries, BOOKED_TWICE));
        checks.add(
                check("I4", "each captured hold is booked, and nothing else has left", entries, CAPTURES_AND_LEDGER));
        checks.add(check("I6", "all my money <= corporate cash in the ledger", members, MORE_THAN_CASH));
        checks.add(Check.of("I7", "every open charge is asked about", charges, forgotten()));
        checks.add(check("I9", "what is booked is booked once", entries, TWO_EFFECTS));
        checks.add(check("I9", "one request makes one charge", charges, CHARGES_AND_REQUESTS));
        checks.add(check("I11", "charges and holds take legal steps only", steps, ILLEGAL_STEP, BROKEN_HISTORY));
        checks.add(check(
                "I11",
                "a charge's and a hold's status is the end of its history",
                steps,
                historyEnd("CHARGE"),
                historyEnd("HOLD")));
        return new AuditReport("money", checks, totals);
    }

    private Map<String, Long> totals() {
        Map<String, Long> totals = new LinkedHashMap<>();
        Map<String, Long> accounts = new LinkedHashMap<>();
        long postings = jdbc
                .query(ACCOUNTS, row -> {
                    accounts.put(row.getString("ACCOUNT"), row.getLong("SUM_WON"));
                    return row.getLong("POSTINGS");
                })
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        jdbc.query(MEMBERS, row -> {
            totals.put("members", row.getLong("MEMBERS"));
            totals.put("memberMoneyWon", row.getLong("BALANCE_WON"));
            return totals.put("heldWon", row.getLong("HELD_WON"));
        });
        // Cash stands in the ledger with a minus, against what is owed for it
        totals.put("corporateCashWon", -accounts.getOrDefault("CORPORATE_CASH", 0L));
        totals.put("paymentClearingWon", accounts.getOrDefault("PAYMENT_CLEARING", 0L));
        totals.put("remittanceClearingWon", accounts.getOrDefault("REMITTANCE_CLEARING", 0L));
        totals.put("feeIncomeWon", accounts.getOrDefault("FEE_INCOME", 0L));
        totals.put("vatPayableWon", accounts.getOrDefault("VAT_PAYABLE", 0L));
        totals.put("roundingWon", accounts.getOrDefault("ROUNDING", 0L));
        jdbc.query(CHARGES, row -> {
            totals.put("charges", row.getLong("CHARGES"));
            return totals.put("chargesInFlightWon", row.getLong("IN_FLIGHT_WON"));
        });
        totals.put("openHolds", count(HOLDS, "HOLDS"));
        addRemittances(totals);
        addPayments(totals);
        totals.put("postings", postings);
        totals.put("entries", count(ENTRIES, "ENTRIES"));
        return totals;
    }

    private void addPayments(Map<String, Long> totals) {
        totals.put("payments", 0L);
        totals.put("paymentCancellations", 0L);
        jdbc.query(
                PAYMENTS,
                row -> totals.put(
                        row.getString("CAUSE").equals("PAYMENT") ? "payments" : "paymentCancellations",
                        row.getLong("ENTRIES")));
    }

    private void addRemittances(Map<String, Long> totals) {
        for (String kind : List.of("ToMembers", "ToAccounts")) {
            totals.put("remittances" + kind, 0L);
            totals.put("remittances" + kind + "Won", 0L);
            totals.put("remittances" + kind + "FeeWon", 0L);
        }
        jdbc.query(REMITTANCES, row -> {
            String kind = "remittances" + (row.getString("ACCOUNT").equals("MEMBER") ? "ToMembers" : "ToAccounts");
            totals.put(kind, row.getLong("ENTRIES"));
            totals.put(kind + "Won", row.getLong("SUM_WON"));
            return totals.put(kind + "FeeWon", row.getLong("FEES_WON"));
        });
    }

    private @Nullable String forgotten() {
        return jdbc.queryOne(
                        FORGOTTEN,
                        row -> row.getString("FOUND"),
                        realTime.instant().minus(FORGOTTEN_AFTER))
                .orElse(null);
    }

    private Check check(String invariant, String rule, long rowsChecked, String... violations) {
        @Nullable String found = null;
        for (int i = 0; i < violations.length && found == null; i++) {
            found = jdbc.queryOne(violations[i], row -> row.getString("FOUND")).orElse(null);
        }
        return Check.of(invariant, rule, rowsChecked, found);
    }

    private long count(String sql, String column) {
        return jdbc.queryOne(sql, row -> row.getLong(column)).orElse(0L);
    }

    private static String historyEnd(String subject) {
        return HISTORY_END.formatted(subject, subject, subject, subject);
    }

    /** The transition tables of the domain, as a condition. */
    private static String legalSteps() {
        List<String> legal = new ArrayList<>();
        legal.add(legalStep("CHARGE", null, ChargeStatus.REQUESTED));
        for (ChargeStatus from : ChargeStatus.values()) {
            from.next().stream().sorted().forEach(to -> legal.add(legalStep("CHARGE", from, to)));
        }
        legal.add(legalStep("HOLD", null, HoldStatus.HELD));
        for (HoldStatus from : HoldStatus.values()) {
            from.next().stream().sorted().forEach(to -> legal.add(legalStep("HOLD", from, to)));
        }
        return String.join(" OR ", legal);
    }

    private static String legalStep(String subject, @Nullable Enum<?> from, Enum<?> to) {
        String left = from == null ? "nothing' AND STEP_NO = 1" : from.name() + "'";
        return "(SUBJECT = '" + subject + "' AND COALESCE(FROM_STATUS, 'nothing') = '" + left + " AND TO_STATUS = '"
                + to.name() + "')";
    }
}
