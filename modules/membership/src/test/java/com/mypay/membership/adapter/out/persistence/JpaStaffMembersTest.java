package com.mypay.membership.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.transaction.Transactions;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.database.TestPersistence;
import com.mypay.membership.domain.StaffMembers;
import com.mypay.membership.domain.StaffRole;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaStaffMembersTest extends StaffMembersContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("MEMBERSHIP");

    private final TestPersistence persistence = DATABASE.persistence("membership");
    private final StaffMembers staff = new JpaStaffMembers(persistence.entityManager());
    private final MembershipAudit audit = new MembershipAudit(DATABASE.jdbc());

    @Override
    StaffMembers staff() {
        return staff;
    }

    @Override
    Transactions transactions() {
        return persistence.transactions();
    }

    @Test
    void theAuditFindsRolesThatNobodyHasGiven() {
        employ();
        assertThat(violations()).isEmpty();

        transactions()
                .inTransaction(
                        () -> staff.findForUpdate("lee").orElseThrow().modify("이바다", Set.of(StaffRole.values())));

        assertThat(violations()).containsExactly("staff lee");
    }

    @Test
    void theAuditFindsAChangeOfStaffThatHasLeft() {
        employ();
        transactions().inTransaction(() -> {
            staff.findForUpdate("lee").orElseThrow().close();
            record("2", staff.find("lee").orElseThrow(), "close/staff");
        });
        assertThat(violations()).isEmpty();

        transactions().inTransaction(() -> record("3", staff.find("lee").orElseThrow(), "modify/staff"));

        assertThat(violations()).containsExactly("staff lee");
    }

    private void employ() {
        add("lee");
        transactions().inTransaction(() -> record("1", staff.find("lee").orElseThrow(), "create/staff"));
    }

    private List<String> violations() {
        return transactions().inTransaction(audit::report).checks().stream()
                .filter(check -> !check.ok())
                .map(Check::firstViolation)
                .toList();
    }
}
