package com.mypay.membership.adapter.out.persistence;

import com.mypay.framework.audit.Audit;
import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.membership.domain.MemberStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Membership's share of the invariants: everybody's history is legal and ends in what it is now, members' and staff's. */
@ApplicationScoped
public class MembershipAudit implements Audit {

    private static final String HISTORY = "SELECT MEMBER_ID, STATUS FROM MEMBER_HISTORY ORDER BY MEMBER_ID, CHANGE_ID";
    private static final String OTHER_STATUS = "SELECT M.MEMBER_ID FROM MEMBER M WHERE NOT EXISTS"
            + " (SELECT 1 FROM MEMBER_HISTORY H WHERE H.MEMBER_ID = M.MEMBER_ID AND H.STATUS = M.STATUS"
            + " AND H.CHANGE_ID = (SELECT MAX(L.CHANGE_ID) FROM MEMBER_HISTORY L WHERE L.MEMBER_ID = M.MEMBER_ID))"
            + " ORDER BY M.MEMBER_ID FETCH FIRST 1 ROWS ONLY";
    private static final String CHANGED_AFTER_LEAVING = "SELECT L.LOGIN FROM STAFF_HISTORY L WHERE EXISTS"
            + " (SELECT 1 FROM STAFF_HISTORY B WHERE B.LOGIN = L.LOGIN AND B.STATUS = 'CLOSED'"
            + " AND B.CHANGE_ID < L.CHANGE_ID) ORDER BY L.LOGIN FETCH FIRST 1 ROWS ONLY";
    private static final String OTHER_STAFF = "SELECT S.LOGIN FROM STAFF S WHERE NOT EXISTS"
            + " (SELECT 1 FROM STAFF_HISTORY H WHERE H.LOGIN = S.LOGIN AND H.STATUS = S.STATUS AND H.ROLES = S.ROLES"
            + " AND H.CHANGE_ID = (SELECT MAX(L.CHANGE_ID) FROM STAFF_HISTORY L WHERE L.LOGIN = S.LOGIN))"
            + " ORDER BY S.LOGIN FETCH FIRST 1 ROWS ONLY";
    private static final String STAFF_CHANGES = "SELECT COUNT(*) AS ROWS_FOUND FROM STAFF_HISTORY";
    private static final String STAFF = "SELECT COUNT(*) AS ROWS_FOUND FROM STAFF";
    private static final String TOTALS = "SELECT KIND, COUNT(*) AS MEMBERS FROM MEMBER GROUP BY KIND";

    private final Jdbc jdbc;

    @Inject
    public MembershipAudit(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MembershipAudit() {
        this(null);
    }

    private record Line(long memberId, MemberStatus status) {}

    @Override
    public AuditReport report() {
        List<Line> history = jdbc.query(
                HISTORY, row -> new Line(row.getLong("MEMBER_ID"), MemberStatus.valueOf(row.getString("STATUS"))));
        List<Check> checks = new ArrayList<>();
        checks.add(Check.of(
                "I11", "members go only through legal states", history.size(), firstIllegalTransition(history)));
        List<Long> others = jdbc.query(OTHER_STATUS, row -> row.getLong("MEMBER_ID"));
        Map<String, Long> totals = new HashMap<>(Map.of("personal", 0L, "franchise", 0L));
        jdbc.query(
                TOTALS,
                row -> totals.put(row.getString("KIND").toLowerCase(java.util.Locale.ROOT), row.getLong("MEMBERS")));
        checks.add(Check.of(
                "I11",
                "a member's status is the last one of its history",
                totals.values().stream().mapToLong(Long::longValue).sum(),
                others.isEmpty() ? null : "member " + others.get(0)));
        checks.add(Check.of(
                "I11",
                "nothing happens to staff that has left",
                count(STAFF_CHANGES),
                firstStaff(CHANGED_AFTER_LEAVING)));
        checks.add(Check.of("I11", "an employee is what its history ends with", count(STAFF), firstStaff(OTHER_STAFF)));
        return new AuditReport("membership", checks, totals);
    }

    private long count(String sql) {
        return jdbc.queryOne(sql, row -> row.getLong("ROWS_FOUND")).orElseThrow();
    }

    private @Nullable String firstStaff(String violations) {
        return jdbc.queryOne(violations, row -> "staff " + row.getString("LOGIN"))
                .orElse(null);
    }

    private static @Nullable String firstIllegalTransition(List<Line> history) {
        for (int i = 0; i < history.size(); i++) {
            Line line = history.get(i);
            boolean first = i == 0 || history.get(i - 1).memberId() != line.memberId();
            MemberStatus before = first ? null : history.get(i - 1).status();
            boolean legal = before == null
                    ? line.status() == MemberStatus.ACTIVE
                    : before == line.status() || before.mayBecome(line.status());
            if (!legal) {
                return "member " + line.memberId() + " from " + before + " to " + line.status();
            }
        }
        return null;
    }
}
