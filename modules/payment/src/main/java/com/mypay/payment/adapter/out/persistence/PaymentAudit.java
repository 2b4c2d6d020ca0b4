package com.mypay.payment.adapter.out.persistence;

import com.mypay.framework.audit.Audit;
import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.payment.domain.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payment's share of the invariants, in statements over whole tables. */
@ApplicationScoped
public class PaymentAudit implements Audit {

    private static final String FIRST = " FETCH FIRST 1 ROWS ONLY";
    private static final String TRANSITIONS =
            "SELECT PREVIOUS_STATUS, STATUS, COUNT(*) AS TIMES, MIN(SUBJECT_ID) AS SUBJECT_ID"
                    + " FROM (SELECT SUBJECT_ID, STATUS, LAG(STATUS) OVER (PARTITION BY SUBJECT_ID ORDER BY CHANGE_ID)"
                    + " AS PREVIOUS_STATUS FROM PAYMENT_HISTORY) H GROUP BY PREVIOUS_STATUS, STATUS";
    private static final String PAID_WITHOUT_SLIP = "SELECT P.PAYMENT_ID AS BAD FROM PAYMENT P"
            + " WHERE P.STATUS = 'APPROVED' AND NOT EXISTS (SELECT 1 FROM SLIP S WHERE S.SLIP_ID = P.PAYMENT_ID"
            + " AND S.AMOUNT_WON = P.AMOUNT_WON) ORDER BY P.PAYMENT_ID" + FIRST;
    private static final String CANCELLED_WITHOUT_SLIP = "SELECT C.CANCELLATION_ID AS BAD FROM CANCELLATION C"
            + " WHERE C.STATUS = 'APPROVED' AND NOT EXISTS (SELECT 1 FROM SLIP S WHERE S.SLIP_ID = C.CANCELLATION_ID)"
            + " ORDER BY C.CANCELLATION_ID" + FIRST;
    private static final String SLIP_WITHOUT_CAUSE = "SELECT S.SLIP_ID AS BAD FROM SLIP S"
            + " WHERE (S.KIND = 'PAYMENT' AND NOT EXISTS (SELECT 1 FROM PAYMENT P WHERE P.PAYMENT_ID = S.SLIP_ID"
            + " AND P.STATUS = 'APPROVED')) OR (S.KIND = 'CANCELLATION' AND NOT EXISTS (SELECT 1 FROM CANCELLATION C"
            + " WHERE C.CANCELLATION_ID = S.SLIP_ID AND C.STATUS = 'APPROVED' AND C.AMOUNT_WON = S.AMOUNT_WON))"
            + " ORDER BY S.SLIP_ID" + FIRST;
    /** That neither is more than was paid the table itself sees to. */
    private static final String CANCELLED_OTHERWISE = "SELECT P.PAYMENT_ID AS BAD FROM PAYMENT P LEFT JOIN"
            + " (SELECT PAYMENT_ID, SUM(CASE WHEN STATUS = 'APPROVED' THEN AMOUNT_WON ELSE 0 END) AS CANCELLED_WON,"
            + " SUM(AMOUNT_WON) AS RESERVED_WON FROM CANCELLATION WHERE STATUS <> 'FAILED' GROUP BY PAYMENT_ID) C"
            + " ON C.PAYMENT_ID = P.PAYMENT_ID WHERE P.CANCELLED_WON <> COALESCE(C.CANCELLED_WON, 0)"
            + " OR P.RESERVED_WON <> COALESCE(C.RESERVED_WON, 0) ORDER BY P.PAYMENT_ID" + FIRST;

    private static final String PAID_TWICE = "SELECT MIN(P.PAYMENT_ID) AS BAD FROM PAYMENT P"
            + " WHERE P.STATUS <> 'FAILED' GROUP BY P.CALLER, P.REQUEST_ID HAVING COUNT(*) > 1"
            + " ORDER BY MIN(P.PAYMENT_ID)" + FIRST;
    private static final String CANCELLED_TWICE = "SELECT MIN(C.CANCELLATION_ID) AS BAD FROM CANCELLATION C"
            + " WHERE C.STATUS <> 'FAILED' GROUP BY C.CALLER, C.REQUEST_ID HAVING COUNT(*) > 1"
            + " ORDER BY MIN(C.CANCELLATION_ID)" + FIRST;
    private static final String TOTALS =
            "SELECT KIND, COUNT(*) AS SLIPS, COALESCE(SUM(AMOUNT_WON), 0) AS TOTAL_WON FROM SLIP GROUP BY KIND";
    private static final String IN_DOUBT = "SELECT (SELECT COUNT(*) FROM PAYMENT WHERE STATUS = 'IN_DOUBT')"
            + " + (SELECT COUNT(*) FROM CANCELLATION WHERE STATUS = 'IN_DOUBT') AS OPEN_ITEMS FROM DUAL";
    private static final String UNDECIDED = "SELECT COUNT(*) AS TIMES, COALESCE(SUM(AMOUNT_WON), 0) AS TOTAL_WON"
            + " FROM %s WHERE STATUS IN ('REQUESTED', 'IN_DOUBT')";

    private final Jdbc jdbc;

    @Inject
    public PaymentAudit(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PaymentAudit() {
        this(null);
    }

    @Override
    public AuditReport report() {
        Map<String, Long> totals = totals();
        long payments = totals.getOrDefault("paymentSlips", 0L);
        long cancellations = totals.getOrDefault("cancellationSlips", 0L);
        long slips = payments + cancellations;
        List<Check> checks = new ArrayList<>();
        checks.add(legalTransitions());
        checks.add(Check.of("I5", "an approved payment has its slip", payments, first(PAID_WITHOUT_SLIP)));
        checks.add(
                Check.of("I5", "an approved cancellation has its slip", cancellations, first(CANCELLED_WITHOUT_SLIP)));
        checks.add(Check.of("I5", "a slip has its approved cause", slips, first(SLIP_WITHOUT_CAUSE)));
        checks.add(Check.of(
                "I4",
                "what a payment has cancelled and set aside is the sum of its cancellations",
                payments,
                first(CANCELLED_OTHERWISE)));
        checks.add(Check.of("I9", "one request makes one payment", payments, first(PAID_TWICE)));
        checks.add(Check.of("I9", "one request makes one cancellation", cancellations, first(CANCELLED_TWICE)));
        return new AuditReport("payment", checks, totals);
    }

    private Map<String, Long> totals() {
        Map<String, Long> totals = new HashMap<>(
                Map.of("paymentSlips", 0L, "paymentSlipsWon", 0L, "cancellationSlips", 0L, "cancellationSlipsWon", 0L));
        jdbc.query(TOTALS, row -> {
            String name = row.getString("KIND").equals("PAYMENT") ? "paymentSlips" : "cancellationSlips";
            totals.put(name, row.getLong("SLIPS"));
            return totals.put(name + "Won", row.getLong("TOTAL_WON"));
        });
        jdbc.query(IN_DOUBT, row -> totals.put("inDoubt", row.getLong("OPEN_ITEMS")));
        // Money may have moved for them, or not
        addUndecided(totals, "PAYMENT", "undecidedPayments");
        addUndecided(totals, "CANCELLATION", "undecidedCancellations");
        return totals;
    }

    private void addUndecided(Map<String, Long> totals, String table, String name) {
        jdbc.query(UNDECIDED.formatted(table), row -> {
            totals.put(name, row.getLong("TIMES"));
            return totals.put(name + "Won", row.getLong("TOTAL_WON"));
        });
    }

    private Check legalTransitions() {
        record Transition(@Nullable String from, String to, long times, String subject) {}
        List<Transition> transitions = jdbc.query(
                TRANSITIONS,
                row -> new Transition(
                        row.getString("PREVIOUS_STATUS"),
                        row.getString("STATUS"),
                        row.getLong("TIMES"),
                        row.getString("SUBJECT_ID")));
        String violation = transitions.stream()
                .filter(step -> !isLegal(step.from(), PaymentStatus.valueOf(step.to())))
                .map(step -> step.subject() + " from " + step.from() + " to " + step.to())
                .findFirst()
                .orElse(null);
        long lines = transitions.stream().mapToLong(Transition::times).sum();
        return Check.of("I11", "payments and cancellations go only through legal states", lines, violation);
    }

    private static boolean isLegal(@Nullable String from, PaymentStatus to) {
        return from == null
                ? to == PaymentStatus.REQUESTED
                : PaymentStatus.valueOf(from).mayBecome(to);
    }

    private @Nullable String first(String sql) {
        return jdbc.query(sql, row -> row.getString("BAD")).stream().findFirst().orElse(null);
    }
}
