package com.mypay.membership.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.transaction.Transactions;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.database.TestPersistence;
import com.mypay.membership.domain.Address;
import com.mypay.membership.domain.Member;
import com.mypay.membership.domain.Member.Profile;
import com.mypay.membership.domain.MemberChange;
import com.mypay.membership.domain.MemberStatus;
import com.mypay.membership.domain.Members;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaMembersTest extends MembersContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("MEMBERSHIP");

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final TestPersistence persistence = DATABASE.persistence("membership");
    private final Members members = new JpaMembers(persistence.entityManager());

    @Override
    Members members() {
        return members;
    }

    @Override
    Transactions transactions() {
        return persistence.transactions();
    }

    @Test
    void theAuditFindsAMemberWhoseHistoryEndsInAnotherStatus() {
        MembershipAudit audit = new MembershipAudit(DATABASE.jdbc());
        Member member =
                Member.personal(new Profile("김하늘", "a@example.com", "010-1234-5678", new Address("서울특별시", "강남구")), NOW);
        persistence.inTransaction(() -> {
            members.add(member);
            members.flush();
            members.record(
                    MemberChange.of("1".repeat(32), member, "create/member", "staff/kim", "-", "1".repeat(32), NOW));
        });
        AuditReport before = persistence.inTransaction(audit::report);

        persistence.inTransaction(
                () -> members.findForUpdate(member.id()).orElseThrow().become(MemberStatus.CLOSED));
        AuditReport after = persistence.inTransaction(audit::report);

        assertThat(before.checks()).allMatch(AuditReport.Check::ok);
        assertThat(before.totals()).containsEntry("personal", 1L);
        assertThat(after.checks())
                .filteredOn(check -> !check.ok())
                .extracting(AuditReport.Check::firstViolation)
                .containsExactly("member " + member.id());
    }
}
