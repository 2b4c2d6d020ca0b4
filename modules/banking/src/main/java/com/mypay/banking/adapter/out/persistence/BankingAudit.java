package com.mypay.banking.adapter.out.persistence;

import com.mypay.framework.audit.Audit;
import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.clock.RealTime;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Banking's part of the invariants: its journal of real money, one call per instruction, legal steps, nothing forgotten. */
@ApplicationScoped
public class BankingAudit implements Audit {

    /** Requested or sent and not looked after for so long: the inquiries have stopped. */
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private static final String TOTALS = "SELECT"
            + " SUM(CASE WHEN STATUS = 'COMPLETED' AND TO_KIND = 'CORPORATE' THEN AMOUNT_WON ELSE 0 END)"
            + " AS CORPORATE_IN_WON,"
            + " SUM(CASE WHEN STATUS = 'COMPLETED' AND FROM_KIND = 'CORPORATE' THEN AMOUNT_WON ELSE 0 END)"
            + " AS CORPORATE_OUT_WON,"
            + " SUM(CASE WHEN STATUS IN ('SENT', 'UNKNOWN') AND TO_KIND = 'CORPORATE' THEN AMOUNT_WON ELSE 0 END)"
            + " AS IN_FLIGHT_IN_WON,"
            + " SUM(CASE WHEN STATUS IN ('SENT', 'UNKNOWN') AND FROM_KIND = 'CORPORATE' THEN AMOUNT_WON ELSE 0 END)"
            + " AS IN_FLIGHT_OUT_WON,"
            + " SUM(CALLS) AS CHARGEABLE_CALLS,"
            + " SUM(CASE WHEN CALLS > 0 THEN 1 ELSE 0 END) AS INSTRUCTIONS,"
            + " SUM(CASE WHEN STATUS = 'COMPLETED' THEN 1 ELSE 0 END) AS COMPLETED_CALLS,"
            + " SUM(CASE WHEN STATUS = 'COMPLETED' THEN FEE_WON ELSE 0 END) AS FEES_WON,"
            + " SUM(CASE WHEN REQUESTER = 'remittance' AND STATUS = 'COMPLETED' THEN 1 ELSE 0 END)"
            + " AS REMITTANCES_COMPLETED,"
            + " SUM(CASE WHEN REQUESTER = 'remittance' AND STATUS = 'COMPLETED' THEN AMOUNT_WON ELSE 0 END)"
            + " AS REMITTANCES_COMPLETED_WON,"
            + " SUM(CASE WHEN REQUESTER = 'remittance' AND STATUS IN ('WAITING', 'REQUESTED', 'SENT', 'UNKNOWN')"
            + " THEN 1 ELSE 0 END) AS REMITTANCES_OPEN,"
            + " SUM(CASE WHEN REASON_CODE = 'RESOLVED_BY_STAFF' THEN 1 ELSE 0 END) AS RESOLVED_BY_STAFF,"
            + " SUM(CASE WHEN STATUS = 'WAITING' THEN 1 ELSE 0 END) AS WAITING,"
            + " SUM(CASE WHEN STATUS = 'REQUESTED' THEN 1 ELSE 0 END) AS REQUESTED,"
            + " SUM(CASE WHEN STATUS = 'SENT' THEN 1 ELSE 0 END) AS SENT,"
            + " SUM(CASE WHEN STATUS = 'UNKNOWN' THEN 1 ELSE 0 END) AS UNKNOWN_ONES"
            + " FROM FIRMBANKING";
    private static final String ONE_SIDE_IS_OURS = "SELECT FIRMBANKING_ID AS SUBJECT FROM FIRMBANKING"
            + " WHERE FROM_BANK_CODE IS NOT NULL"
            + " AND ((FROM_KIND = 'CORPORATE' AND TO_KIND = 'CORPORATE')"
            + " OR (FROM_KIND <> 'CORPORATE' AND TO_KIND <> 'CORPORATE')) ORDER BY FIRMBANKING_ID";
    private static final String ONE_CALL_EACH = "SELECT FIRMBANKING_ID AS SUBJECT FROM FIRMBANKING WHERE CALLS > 1"
            + " OR (STATUS = 'COMPLETED' AND CALLS <> 1) ORDER BY FIRMBANKING_ID";
    private static final String TWO_EFFECTS = "SELECT MIN(FIRMBANKING_ID) AS SUBJECT FROM FIRMBANKING"
            + " WHERE STATUS <> 'REFUSED' GROUP BY REQUEST_ID, REQUESTER HAVING COUNT(*) > 1"
            + " ORDER BY MIN(FIRMBANKING_ID)";
    private static final String LEGAL_STEPS = "SELECT FIRMBANKING_ID AS SUBJECT FROM FIRMBANKING_HISTORY WHERE NOT ("
            + "(FROM_STATUS = 'WAITING' AND TO_STATUS IN ('SENT', 'REFUSED'))"
            + " OR (FROM_STATUS = 'REQUESTED' AND TO_STATUS = 'SENT')"
            + " OR (FROM_STATUS = 'SENT' AND TO_STATUS IN ('COMPLETED', 'REFUSED', 'UNKNOWN'))"
            + " OR (FROM_STATUS = 'UNKNOWN' AND TO_STATUS IN ('COMPLETED', 'REFUSED'))) ORDER BY FIRMBANKING_ID";
    private static final String STEPS_JOIN = "SELECT H.FIRMBANKING_ID AS SUBJECT FROM FIRMBANKING_HISTORY H"
            + " LEFT JOIN FIRMBANKING_HISTORY B ON B.FIRMBANKING_ID = H.FIRMBANKING_ID AND B.STEP_NO = H.STEP_NO - 1"
            + " WHERE (H.STEP_NO = 1 AND H.FROM_STATUS NOT IN ('WAITING', 'REQUESTED'))"
            + " OR (H.STEP_NO > 1 AND (B.TO_STATUS IS NULL OR B.TO_STATUS <> H.FROM_STATUS))"
            + " ORDER BY H.FIRMBANKING_ID";
    private static final String LAST_STEP = "SELECT F.FIRMBANKING_ID AS SUBJECT FROM FIRMBANKING F"
            + " LEFT JOIN FIRMBANKING_HISTORY H ON H.FIRMBANKING_ID = F.FIRMBANKING_ID AND H.STEP_NO = F.STEPS"
            + " WHERE (F.STEPS > 0 AND (H.TO_STATUS IS NULL OR H.TO_STATUS <> F.STATUS))"
            + " OR (F.STEPS = 0 AND F.STATUS NOT IN ('WAITING', 'REQUESTED', 'REFUSED'))"
            + " OR (F.STEPS = 0 AND F.STATUS = 'REFUSED' AND F.FROM_BANK_CODE IS NOT NULL)"
            + " ORDER BY F.FIRMBANKING_ID";
    private static final String FORGOTTEN =
            "SELECT FIRMBANKING_ID AS SUBJECT FROM FIRMBANKING" + " WHERE NEXT_LOOK_AT < ? ORDER BY FIRMBANKING_ID";
    private static final String DAILY_LIMITS = "SELECT D.BANK_CODE AS SUBJECT FROM BANK_DAY D LEFT JOIN"
            + " (SELECT FROM_BANK_CODE, TRANSACTION_DATE, SUM(AMOUNT_WON) AS SUM_WON FROM FIRMBANKING"
            + " WHERE STATUS NOT IN ('WAITING', 'REFUSED') GROUP BY FROM_BANK_CODE, TRANSACTION_DATE) F"
            + " ON F.FROM_BANK_CODE = D.BANK_CODE AND F.TRANSACTION_DATE = D.BUSINESS_DATE"
            + " WHERE D.USED_WON <> COALESCE(F.SUM_WON, 0) ORDER BY D.BANK_CODE";

    private static final String TWO_PERSONS = "SELECT FIRMBANKING_ID AS SUBJECT FROM FIRMBANKING_HISTORY"
            + " WHERE (REASON_CODE = 'RESOLVED_BY_STAFF' AND (RESOLVED_BY IS NULL OR APPROVED_BY IS NULL"
            + " OR RESOLVED_BY = APPROVED_BY)) OR (RESOLVED_BY IS NOT NULL"
            + " AND (REASON_CODE IS NULL OR REASON_CODE <> 'RESOLVED_BY_STAFF')) ORDER BY FIRMBANKING_ID";
    private static final String AS_THE_BANK_SAYS = "SELECT FIRMBANKING_ID AS SUBJECT FROM FIRMBANKING"
            + " WHERE REASON_CODE = 'RESOLVED_BY_STAFF' AND BANK_SAYS IS NOT NULL"
            + " AND ((STATUS = 'COMPLETED' AND BANK_SAYS NOT IN ('COMPLETED', 'IN_PROGRESS'))"
            + " OR (STATUS = 'REFUSED' AND BANK_SAYS NOT IN ('REFUSED', 'NOT_RECEIVED'))) ORDER BY FIRMBANKING_ID";
    private static final String COUNT_FIRMBANKINGS = "SELECT COUNT(*) AS ROWS_FOUND FROM FIRMBANKING";
    private static final String COUNT_STEPS = "SELECT COUNT(*) AS ROWS_FOUND FROM FIRMBANKING_HISTORY";
    private static final String COUNT_DAYS = "SELECT COUNT(*) AS ROWS_FOUND FROM BANK_DAY";

    private final Jdbc jdbc;
    private final Transactions transactions;
    private final Clock realTime;

    @Inject
    public BankingAudit(Jdbc jdbc, Transactions transactions, @RealTime Clock realTime) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected BankingAudit() {
        this(null, null, null);
    }

    @Override
    public AuditReport report() {
        return transactions.inTransaction(() -> new AuditReport("banking", checks(), totals()));
    }

    private List<Check> checks() {
        long firmbankings = count(COUNT_FIRMBANKINGS);
        long steps = count(COUNT_STEPS);
        return List.of(
                Check.of(
                        "I2",
                        "each firmbanking moves money between the corporate account and somebody else",
                        firmbankings,
                        first(ONE_SIDE_IS_OURS)),
                Check.of(
                        "I2",
                        "what counts against each bank's daily limit is what was not refused",
                        count(COUNT_DAYS),
                        first(DAILY_LIMITS)),
                Check.of(
                        "I2",
                        "what staff has ended, its bank has not ended otherwise",
                        firmbankings,
                        first(AS_THE_BANK_SAYS)),
                Check.of(
                        "I7",
                        "every open firmbanking is looked after",
                        firmbankings,
                        first(FORGOTTEN, realTime.instant().minus(FORGOTTEN_AFTER))),
                Check.of("I8", "one chargeable call for each instruction", firmbankings, first(ONE_CALL_EACH)),
                Check.of("I9", "of one request one firmbanking at most moves money", firmbankings, first(TWO_EFFECTS)),
                Check.of("I11", "only legal steps are in the history", steps, first(LEGAL_STEPS)),
                Check.of("I11", "what staff has ended, two persons have", steps, first(TWO_PERSONS)),
                Check.of("I11", "each step begins where the one before ended", steps, first(STEPS_JOIN)),
                Check.of("I11", "each firmbanking is where its last step ended", firmbankings, first(LAST_STEP)));
    }

    private Map<String, Long> totals() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("corporateInWon", "CORPORATE_IN_WON");
        columns.put("corporateOutWon", "CORPORATE_OUT_WON");
        columns.put("inFlightInWon", "IN_FLIGHT_IN_WON");
        columns.put("inFlightOutWon", "IN_FLIGHT_OUT_WON");
        columns.put("chargeableCalls", "CHARGEABLE_CALLS");
        columns.put("instructions", "INSTRUCTIONS");
        columns.put("completedCalls", "COMPLETED_CALLS");
        columns.put("feesWon", "FEES_WON");
        columns.put("remittancesCompleted", "REMITTANCES_COMPLETED");
        columns.put("remittancesCompletedWon", "REMITTANCES_COMPLETED_WON");
        columns.put("remittancesOpen", "REMITTANCES_OPEN");
        columns.put("resolvedByStaff", "RESOLVED_BY_STAFF");
        columns.put("waiting", "WAITING");
        columns.put("requested", "REQUESTED");
        columns.put("sent", "SENT");
        columns.put("unknown", "UNKNOWN_ONES");
        return jdbc.queryOne(TOTALS, row -> {
                    Map<String, Long> totals = new LinkedHashMap<>();
                    for (Map.Entry<String, String> column : columns.entrySet()) {
                        // Of no rows the sum is NULL, which getLong reads as 0
                        totals.put(column.getKey(), row.getLong(column.getValue()));
                    }
                    return totals;
                })
                .orElseThrow();
    }

    private long count(String sql) {
        return jdbc.queryOne(sql, row -> row.getLong("ROWS_FOUND")).orElseThrow();
    }

    private @Nullable String first(String violations, Object... parameters) {
        return jdbc
                .query(
                        violations + " FETCH FIRST 1 ROWS ONLY",
                        row -> Objects.requireNonNull(row.getString("SUBJECT")),
                        parameters)
                .stream()
                .findFirst()
                .orElse(null);
    }
}
