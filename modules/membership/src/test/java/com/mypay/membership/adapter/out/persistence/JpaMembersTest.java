package com.mypay.membership.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.persistence.Jdbc;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpaMembersTest extends MembersContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("MEMBERSHIP");

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final TestPersistence persistence = DATABASE.persistence("membership");
    private final Members members = new JpaMembers(persistence.entityManager());
    private final MembershipAudit audit = new MembershipAudit(DATABASE.jdbc());

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
        Member member = aMember();
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

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, SUSPENDED, true",
        "SUSPENDED, CLOSED, true",
        "CLOSED, ACTIVE, false",
        "CLOSED, SUSPENDED, false"
    })
    void theAuditFindsAStepThatNoMemberMayTake(MemberStatus before, MemberStatus after, boolean legal) {
        Member member = aMember();
        recorded(2, before);
        recorded(3, after);
        new Jdbc(DATABASE.ownerDataSource()).update("UPDATE MEMBER SET STATUS = '" + after + "'");

        assertThat(persistence.inTransaction(audit::report).checks())
                .filteredOn(check -> !check.ok())
                .extracting(AuditReport.Check::firstViolation)
                .isEqualTo(legal ? List.of() : List.of("member " + member.id() + " from " + before + " to " + after));
    }

    @Test
    void theAuditFindsAMemberThatWasNeverActive() {
        Member member = aMember();
        new Jdbc(DATABASE.ownerDataSource()).update("UPDATE MEMBER_HISTORY SET STATUS = 'SUSPENDED'");

        assertThat(persistence.inTransaction(audit::report).checks())
                .filteredOn(check -> !check.ok())
                .extracting(AuditReport.Check::firstViolation)
                .contains("member " + member.id() + " from null to SUSPENDED");
    }

    private Member aMember() {
        Member member =
                Member.personal(new Profile("김하늘", "a@example.com", "010-1234-5678", new Address("서울특별시", "강남구")), NOW);
        persistence.inTransaction(() -> {
            members.add(member);
            members.flush();
            members.record(
                    MemberChange.of("1".repeat(32), member, "create/member", "staff/kim", "-", "1".repeat(32), NOW));
        });
        return member;
    }

    private static void recorded(int change, MemberStatus status) {
        new Jdbc(DATABASE.ownerDataSource())
                .update("INSERT INTO MEMBER_HISTORY SELECT '" + change + "', MEMBER_ID, 'change', '" + status
                        + "', CHANGED_BY, REASON, GUID, CHANGED_TIMESTAMP FROM MEMBER_HISTORY WHERE CHANGE_KIND ="
                        + " 'create/member'");
    }
}
