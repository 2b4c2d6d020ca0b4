package com.mypay.membership.application;

import static com.mypay.framework.value.RequestId.requestId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.mypay.framework.context.Caller;
import com.mypay.framework.context.StaffDirectory.Standing;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.Problem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.PageRequest;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.frameworktest.fake.InMemoryRequests;
import com.mypay.frameworktest.fake.MutableClock;
import com.mypay.membership.domain.StaffChange;
import com.mypay.membership.domain.StaffMember;
import com.mypay.membership.domain.StaffRole;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StaffTest {

    private static final Caller ADMINISTRATOR = Caller.staff("park", "administrator");
    private static final PageRequest FIRST_PAGE = new PageRequest("", 10);

    @RegisterExtension
    static final TestCall CALL = TestCall.by(ADMINISTRATOR);

    private final MutableClock clock = MutableClock.inSeoul("2026-03-02T10:00:00");
    private final InMemoryStaffMembers staffMembers = new InMemoryStaffMembers();
    private final InMemoryRequests requests = new InMemoryRequests(clock);
    private final StaffChanges changes =
            new StaffChanges(staffMembers, requests, new FakeTransactions(requests), clock, new CountingIds());
    private final FindStaff find = new FindStaff(staffMembers);

    @Test
    void aLoginIsGivenToOnePersonOnly() {
        StaffAnswer first = employ("r1", "lee", StaffRole.OPERATOR, StaffRole.APPROVER);

        assertThat(first).isEqualTo(new StaffAnswer("lee", "ACTIVE"));
        assertThat(employ("r1", "lee", StaffRole.OPERATOR, StaffRole.APPROVER)).isEqualTo(first);
        assertThat(find.byLogin("lee").roles()).containsExactly("approver", "operator");
        assertRefused(MembershipProblem.STAFF_EXISTS, () -> employ("r2", "lee", StaffRole.OPERATOR));
        close("r3", "lee");
        assertRefused(MembershipProblem.STAFF_EXISTS, () -> employ("r4", "lee", StaffRole.OPERATOR));
    }

    @Test
    void otherRolesHoldFromThenOn() {
        employ("r1", "lee", StaffRole.OPERATOR);

        modify("r2", "lee", StaffRole.APPROVER);
        modify("r2", "lee", StaffRole.APPROVER);

        assertThat(find.find("lee")).contains(new Standing(true, Set.of("approver")));
        assertThat(find.byLogin("lee").name()).isEqualTo("이강");
        assertThat(find.historyOf("lee", FIRST_PAGE).items())
                .extracting(StaffChange::change, StaffChange::roles, StaffChange::changedBy)
                .containsExactly(
                        tuple("create/staff", Set.of("operator"), "staff/park"),
                        tuple("modify/staff", Set.of("approver"), "staff/park"));
        assertRefused(CommonProblem.REQUEST_ID_REUSED, () -> modify("r2", "lee", StaffRole.OPERATOR));
    }

    @Test
    void whoHasLeftMayDoNothingAndStaysOnRecord() {
        employ("r1", "lee", StaffRole.OPERATOR);

        assertThat(close("r2", "lee")).isEqualTo(new StaffAnswer("lee", "CLOSED"));
        assertThat(close("r2", "lee")).isEqualTo(new StaffAnswer("lee", "CLOSED"));

        assertThat(find.find("lee").orElseThrow().active()).isFalse();
        assertThat(find.byLogin("lee").roles()).containsExactly("operator");
        assertThat(find.historyOf("lee", FIRST_PAGE).items())
                .extracting(StaffChange::change, StaffChange::reason)
                .containsExactly(tuple("create/staff", "-"), tuple("close/staff", "퇴사"));
        assertRefused(MembershipProblem.STAFF_CLOSED, () -> close("r3", "lee"));
        assertRefused(MembershipProblem.STAFF_CLOSED, () -> modify("r4", "lee", StaffRole.OPERATOR));
    }

    @Test
    void whoWasNeverEmployedIsNotFound() {
        assertThat(find.find("nobody")).isEmpty();
        assertRefused(MembershipProblem.STAFF_NOT_FOUND, () -> find.byLogin("nobody"));
        assertRefused(MembershipProblem.STAFF_NOT_FOUND, () -> find.historyOf("nobody", FIRST_PAGE));
        assertRefused(MembershipProblem.STAFF_NOT_FOUND, () -> modify("r1", "nobody", StaffRole.OPERATOR));
        assertRefused(MembershipProblem.STAFF_NOT_FOUND, () -> close("r2", "nobody"));
    }

    @Test
    void allStaffIsFoundPageByPage() {
        employ("r1", "park", StaffRole.OPERATOR);
        employ("r2", "kim", StaffRole.OPERATOR);
        employ("r3", "lee", StaffRole.OPERATOR);
        close("r4", "lee");

        var first = find.all(new PageRequest("", 2));
        var second = find.all(PageRequest.of(first.nextCursor(), 2));

        assertThat(first.items()).extracting(StaffMember::login).containsExactly("kim", "lee");
        assertThat(second.items()).extracting(StaffMember::login).containsExactly("park");
        assertThat(second.nextCursor()).isNull();
    }

    private StaffAnswer employ(String requestId, String login, StaffRole... roles) {
        return new CreateStaff(changes, clock)
                .create(new CreateStaff.Command(ADMINISTRATOR, requestId(requestId), login, "이바다", set(roles)));
    }

    private StaffAnswer modify(String requestId, String login, StaffRole... roles) {
        return new ModifyStaff(changes)
                .modify(new ModifyStaff.Command(ADMINISTRATOR, requestId(requestId), login, "이강", set(roles)));
    }

    private StaffAnswer close(String requestId, String login) {
        return new CloseStaff(changes).close(new CloseStaff.Command(ADMINISTRATOR, requestId(requestId), login, "퇴사"));
    }

    private static SortedSet<StaffRole> set(StaffRole... roles) {
        return new TreeSet<>(Arrays.asList(roles));
    }

    private static void assertRefused(Problem problem, ThrowingCallable call) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(call)
                .extracting(RejectedException::problem)
                .isEqualTo(problem);
    }
}
