package com.mypay.remittance.adapter.out.persistence;

import com.mypay.framework.audit.Audit;
import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.clock.RealTime;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.remittance.domain.RemittanceStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Remittance's share of the invariants, in statements over whole tables. */
@ApplicationScoped
public class RemittanceAudit implements Audit {

    private static final String FIRST = " FETCH FIRST 1 ROWS ONLY";
    private static final String ENDED = " ('SUCCEEDED', 'FAILED', 'CANCELLED')";
    private static final String TRANSITIONS =
            "SELECT PREVIOUS_STATUS, STATUS, COUNT(*) AS TIMES, MIN(REMITTANCE_ID) AS REMITTANCE_ID"
                    + " FROM (SELECT REMITTANCE_ID, STATUS, LAG(STATUS) OVER (PARTITION BY REMITTANCE_ID"
                    + " ORDER BY LINE_NO) AS PREVIOUS_STATUS FROM REMITTANCE_HISTORY) H"
                    + " GROUP BY PREVIOUS_STATUS, STATUS";
    private static final String LAST_LINE_DIFFERS = "SELECT R.REMITTANCE_ID AS BAD FROM REMITTANCE R"
            + " WHERE NOT EXISTS (SELECT 1 FROM REMITTANCE_HISTORY H WHERE H.REMITTANCE_ID = R.REMITTANCE_ID"
            + " AND H.LINE_NO = R.LINES AND H.STATUS = R.STATUS) ORDER BY R.REMITTANCE_ID" + FIRST;
    private static final String WAITS_FOR_NOTHING = "SELECT R.REMITTANCE_ID AS BAD FROM REMITTANCE R"
            + " WHERE R.STATUS NOT IN" + ENDED + " AND ((R.STATUS <> 'REQUESTED' AND R.ANSWER_DUE < ?)"
            + " OR (R.STATUS = 'REQUESTED' AND NOT EXISTS (SELECT 1 FROM SENDER S JOIN REMITTANCE B"
            + " ON B.REMITTANCE_ID = S.IN_MONEY_STEP WHERE S.MEMBER_ID = R.SENDER_ID AND B.SENDER_NO < R.SENDER_NO"
            + " AND B.STATUS = 'PREPARING'))) ORDER BY R.REMITTANCE_ID" + FIRST;
    private static final String TWO_IN_MONEY_STEP = "SELECT MIN(R.REMITTANCE_ID) AS BAD FROM REMITTANCE R"
            + " WHERE R.STATUS = 'PREPARING' GROUP BY R.SENDER_ID HAVING COUNT(*) > 1 ORDER BY MIN(R.REMITTANCE_ID)"
            + FIRST;
    private static final String COUNTED = " (SELECT COALESCE(SUM(R.AMOUNT_WON), 0) FROM REMITTANCE R"
            + " WHERE R.SENDER_ID = S.MEMBER_ID AND R.STATUS NOT IN ('FAILED', 'CANCELLED')";
    private static final String WRONG_USAGE = "SELECT S.MEMBER_ID AS BAD FROM SENDER S WHERE S.DAY_WON <>" + COUNTED
            + " AND R.BUSINESS_DATE = S.USAGE_DATE) OR S.MONTH_WON <>" + COUNTED
            + " AND EXTRACT(YEAR FROM R.BUSINESS_DATE) = EXTRACT(YEAR FROM S.USAGE_DATE)"
            + " AND EXTRACT(MONTH FROM R.BUSINESS_DATE) = EXTRACT(MONTH FROM S.USAGE_DATE))"
            + " ORDER BY S.MEMBER_ID" + FIRST;
    private static final String NOT_RUN = "SELECT STANDING_ID AS BAD FROM STANDING_REMITTANCE"
            + " WHERE STATUS = 'ACTIVE' AND NEXT_DATE < ? ORDER BY NEXT_DATE, STANDING_ID" + FIRST;
    private static final String SENT_TWICE = "SELECT MIN(C.TOKEN) AS BAD FROM CONFIRMATION C"
            + " WHERE C.USED_FOR IS NOT NULL GROUP BY C.USED_FOR HAVING COUNT(*) > 1 ORDER BY MIN(C.TOKEN)" + FIRST;
    private static final String BY_OUTCOME = "SELECT PAYEE_KIND, STATUS, COUNT(*) AS TIMES,"
            + " SUM(AMOUNT_WON) AS TOTAL_WON, SUM(FEE_WON) AS TOTAL_FEE_WON FROM REMITTANCE"
            + " GROUP BY PAYEE_KIND, STATUS";
    private static final String HOLDS = "SELECT COUNT(*) AS TIMES, COALESCE(SUM(AMOUNT_WON + FEE_WON), 0) AS TOTAL_WON,"
            + " COALESCE(SUM(CASE WHEN STATUS = 'HELD' THEN 0 ELSE AMOUNT_WON END), 0) AS LEAVING_WON,"
            + " COALESCE(SUM(CASE WHEN STEP = 'CAPTURE' THEN 1 ELSE 0 END), 0) AS CAPTURES,"
            + " COALESCE(SUM(CASE WHEN STEP = 'CAPTURE' THEN AMOUNT_WON ELSE 0 END), 0) AS CAPTURING_WON"
            + " FROM REMITTANCE WHERE STATUS IN ('HELD', 'SENT', 'IN_DOUBT')";

    private static final String STANDING = "SELECT COUNT(*) AS TIMES FROM STANDING_REMITTANCE WHERE STATUS = 'ACTIVE'";

    /** Answers that are due are asked for every few seconds: one that is due for so long isn't. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private final Jdbc jdbc;
    private final Clock clock;
    private final Clock realTime;

    @Inject
    public RemittanceAudit(Jdbc jdbc, Clock clock, @RealTime Clock realTime) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RemittanceAudit() {
        this(null, null, null);
    }

    @Override
    public AuditReport report() {
        Map<String, Long> totals = totals();
        long remittances = totals.getOrDefault("remittances", 0L);
        List<Check> checks = new ArrayList<>();
        checks.add(legalTransitions());
        checks.add(Check.of("I11", "a remittance is where its history ends", remittances, first(LAST_LINE_DIFFERS)));
        checks.add(Check.of(
                "I7",
                "what is open waits for an answer until a time, or for an earlier one of its sender",
                totals.getOrDefault("open", 0L),
                first(WAITS_FOR_NOTHING, realTime.instant().minus(FORGOTTEN_AFTER))));
        checks.add(Check.of(
                "I7",
                "a standing remittance is sent on its date",
                totals.getOrDefault("standing", 0L),
                first(NOT_RUN, BusinessClock.businessDate(clock).minusDays(1))));
        checks.add(Check.of(
                "I4", "of a sender one remittance at a time spends money", remittances, first(TWO_IN_MONEY_STEP)));
        checks.add(Check.of(
                "I4", "what counts for a sender's day and month is what it has sent", remittances, first(WRONG_USAGE)));
        checks.add(Check.of("I9", "one confirmation makes one remittance", remittances, first(SENT_TWICE)));
        return new AuditReport("remittance", checks, totals);
    }

    /**
     * What has succeeded by payee ({@code memberSucceeded}, {@code memberSucceededWon}, {@code memberSucceededFeeWon},
     * {@code accountSucceeded} …), what is open, and what money has to hold for it ({@code held}, {@code heldWon}): of that {@code leavingWon} may
     * have left the corporate account, and {@code capturingWon} has.
     */
    private Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        for (String kind : List.of("member", "account")) {
            totals.put(kind + "Succeeded", 0L);
            totals.put(kind + "SucceededWon", 0L);
            totals.put(kind + "SucceededFeeWon", 0L);
        }
        totals.putAll(Map.of("remittances", 0L, "open", 0L, "inDoubt", 0L, "held", 0L, "heldWon", 0L));
        jdbc.query(BY_OUTCOME, row -> {
            long times = row.getLong("TIMES");
            RemittanceStatus status = RemittanceStatus.valueOf(row.getString("STATUS"));
            String kind = row.getString("PAYEE_KIND").equals("MEMBER") ? "member" : "account";
            if (status == RemittanceStatus.SUCCEEDED) {
                totals.put(kind + "Succeeded", times);
                totals.put(kind + "SucceededWon", row.getLong("TOTAL_WON"));
                totals.put(kind + "SucceededFeeWon", row.getLong("TOTAL_FEE_WON"));
            }
            totals.merge("open", status.isOpen() ? times : 0, Long::sum);
            totals.merge("inDoubt", status == RemittanceStatus.IN_DOUBT ? times : 0, Long::sum);
            return totals.merge("remittances", times, Long::sum);
        });
        jdbc.query(STANDING, row -> totals.put("standing", row.getLong("TIMES")));
        jdbc.query(HOLDS, row -> {
            totals.put("held", row.getLong("TIMES"));
            totals.put("leavingWon", row.getLong("LEAVING_WON"));
            totals.put("capturing", row.getLong("CAPTURES"));
            totals.put("capturingWon", row.getLong("CAPTURING_WON"));
            return totals.put("heldWon", row.getLong("TOTAL_WON"));
        });
        return totals;
    }

    private Check legalTransitions() {
        record Transition(@Nullable String from, String to, long times, String remittance) {}
        List<Transition> transitions = jdbc.query(
                TRANSITIONS,
                row -> new Transition(
                        row.getString("PREVIOUS_STATUS"),
                        row.getString("STATUS"),
                        row.getLong("TIMES"),
                        row.getString("REMITTANCE_ID")));
        String violation = transitions.stream()
                .filter(step -> !isLegal(step.from(), RemittanceStatus.valueOf(step.to())))
                .map(step -> step.remittance() + " from " + step.from() + " to " + step.to())
                .findFirst()
                .orElse(null);
        long lines = transitions.stream().mapToLong(Transition::times).sum();
        return Check.of("I11", "remittances go only through legal states", lines, violation);
    }

    /** The same status again is another step in it. */
    private static boolean isLegal(@Nullable String from, RemittanceStatus to) {
        if (from == null) {
            return to == RemittanceStatus.REQUESTED;
        }
        RemittanceStatus before = RemittanceStatus.valueOf(from);
        return before.mayBecome(to) || (before == to && before.isOpen());
    }

    private @Nullable String first(String sql, Object... parameters) {
        return jdbc.query(sql, row -> row.getString("BAD"), parameters).stream()
                .findFirst()
                .orElse(null);
    }
}
