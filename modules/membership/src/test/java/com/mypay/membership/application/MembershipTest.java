package com.mypay.membership.application;

import static com.mypay.framework.value.RequestId.requestId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.Problem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.MessageContract;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.frameworktest.fake.InMemoryOutbox;
import com.mypay.frameworktest.fake.InMemoryRequests;
import com.mypay.frameworktest.fake.MutableClock;
import com.mypay.membership.application.port.IdentityCheck;
import com.mypay.membership.domain.Address;
import com.mypay.membership.domain.CommissionTerms;
import com.mypay.membership.domain.Member.Profile;
import com.mypay.membership.domain.MemberChange;
import com.mypay.membership.domain.MemberStatus;
import com.mypay.membership.domain.Reserve;
import com.mypay.membership.domain.SettlementCycle;
import com.mypay.membership.domain.SettlementTerms;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MembershipTest {

    private static final Caller STAFF = Caller.staff("kim", "operator");
    private static final String NUMBER = "124-81-00998";

    @RegisterExtension
    static final TestCall CALL = TestCall.by(STAFF);

    private final MutableClock clock = MutableClock.inSeoul("2026-03-02T10:00:00");
    private final InMemoryMembers members = new InMemoryMembers();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryRequests requests = new InMemoryRequests(clock);
    private final FakeTransactions transactions = new FakeTransactions(outbox, requests);
    private final CountingIds ids = new CountingIds();
    private final MemberEvents events = new MemberEvents(members, outbox, clock, ids);
    private final MemberChanges changes = new MemberChanges(members, events, requests, transactions);

    private IdentityCheck telecom = (name, phone) -> true;

    @Test
    void aPersonSignsUpOnceHoweverOftenTheRequestIsSent() {
        MemberAnswer first = signUp("r1", "김하늘");
        MemberAnswer again = signUp("r1", "김하늘");

        assertThat(again).isEqualTo(first);
        assertThat(first.status()).isEqualTo("ACTIVE");
        assertThat(outbox.sent()).hasSize(1).allSatisfy(MessageContract::check);
        assertThat(outbox.sent().get(0).type()).isEqualTo("member-registered.v1");
        assertThat(members.historyOf(new MemberId(first.memberId())))
                .extracting(MemberChange::change)
                .containsExactly("create/member");
    }

    @Test
    void theSameRequestIdWithOtherContentIsRefused() {
        signUp("r1", "김하늘");

        assertRefused(CommonProblem.REQUEST_ID_REUSED, () -> signUp("r1", "이바다"));
        assertThat(outbox.sent()).hasSize(1);
    }

    @Test
    void aNameThatTheTelecomOperatorDoesNotKnowIsRefused() {
        telecom = (name, phone) -> false;

        assertRefused(MembershipProblem.IDENTITY_NOT_CONFIRMED, () -> signUp("r1", "김하늘"));
        assertThat(outbox.sent()).isEmpty();
    }

    @Test
    void aRepeatedSignUpGetsItsFirstAnswerWhateverTheTelecomOperatorSaysByNow() {
        MemberAnswer first = signUp("r1", "김하늘");
        telecom = (name, phone) -> false;
        assertThat(signUp("r1", "김하늘")).isEqualTo(first);
        telecom = (name, phone) -> {
            throw new UnavailableException("telecom is silent");
        };
        assertThat(signUp("r1", "김하늘")).isEqualTo(first);
        assertRefused(CommonProblem.REQUEST_ID_REUSED, () -> signUp("r1", "이바다"));
    }

    @Test
    void whileTheTelecomOperatorIsSilentNothingHappens() {
        telecom = (name, phone) -> {
            throw new UnavailableException("telecom is silent");
        };

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> signUp("r1", "김하늘"));

        telecom = (name, phone) -> true;
        assertThat(signUp("r1", "김하늘").status()).isEqualTo("ACTIVE");
    }

    @Test
    void aFranchiseSignsUpWithStandardTermsAndTellsThem() {
        long id = franchise("r1", NUMBER).memberId();

        assertThat(outbox.sent()).hasSize(2).allSatisfy(MessageContract::check);
        MemberEvents.FranchiseEvent event = outbox.bodies("franchise-changed.v1", MemberEvents.FranchiseEvent.class)
                .get(0);
        assertThat(event.memberId()).isEqualTo(id);
        assertThat(event.businessNumber()).isEqualTo("1248100998");
        assertThat(event.settlementTerms()).isEqualTo(new MemberEvents.Terms("DAILY", 1, false, 0, null, null));
    }

    @Test
    void aBusinessNumberIsCheckedAndTakenOnce() {
        assertRefused(MembershipProblem.BUSINESS_NUMBER_INVALID, () -> franchise("r1", "124-81-00997"));
        franchise("r2", NUMBER);
        assertRefused(MembershipProblem.BUSINESS_NUMBER_TAKEN, () -> franchise("r3", "1248100998"));
    }

    @Test
    void onlyStaffBringsSettlementTermsAlong() {
        Optional<SettlementTerms> terms =
                Optional.of(new SettlementTerms(SettlementCycle.WEEKLY, Won.won(10_000), false));
        CreateFranchise create = new CreateFranchise(members, events, requests, transactions, clock);
        Caller anonymous = Caller.ANONYMOUS;

        assertRefused(
                MembershipProblem.TERMS_BY_STAFF_ONLY,
                () -> create.create(
                        new CreateFranchise.Command(anonymous, requestId("r1"), profile("노노치킨"), NUMBER, terms)));
        create.create(new CreateFranchise.Command(STAFF, requestId("r2"), profile("노노치킨"), NUMBER, terms));
        assertThat(outbox.bodies("franchise-changed.v1", MemberEvents.FranchiseEvent.class))
                .extracting(MemberEvents.FranchiseEvent::settlementTerms)
                .containsExactly(new MemberEvents.Terms("WEEKLY", 10_000, false, 0, null, null));
    }

    @Test
    void staffChangesAFranchisesTermsButNotAPersons() {
        long franchise = franchise("r1", NUMBER).memberId();
        long person = signUp("r2", "김하늘").memberId();
        ModifySettlementTerms modify = new ModifySettlementTerms(changes);
        SettlementTerms terms = new SettlementTerms(
                SettlementCycle.SEMIMONTHLY,
                Won.won(50_000),
                false,
                2,
                new Reserve(BasisPoints.basisPoints(500), 30),
                new CommissionTerms(
                        BasisPoints.basisPoints(1_000),
                        List.of(new CommissionTerms.Tier(Won.won(10_000_000), BasisPoints.basisPoints(20)))));

        modify.modify(new ModifySettlementTerms.Command(STAFF, requestId("r3"), new MemberId(franchise), terms));

        assertThat(outbox.bodies("franchise-changed.v1", MemberEvents.FranchiseEvent.class)
                        .get(1)
                        .settlementTerms())
                .isEqualTo(new MemberEvents.Terms(
                        "SEMIMONTHLY",
                        50_000,
                        false,
                        2,
                        new MemberEvents.ReserveTerms(500, 30),
                        new MemberEvents.Commission(1_000, List.of(new MemberEvents.Tier(10_000_000, 20)))));
        assertThat(outbox.sent()).allSatisfy(MessageContract::check);
        assertRefused(
                MembershipProblem.FRANCHISE_NOT_FOUND,
                () -> modify.modify(
                        new ModifySettlementTerms.Command(STAFF, requestId("r4"), new MemberId(person), terms)));
    }

    @Test
    void staffHoldsAndReleasesPayoutsWithAReason() {
        MemberId franchise = new MemberId(franchise("r1", NUMBER).memberId());
        MemberId person = new MemberId(signUp("r2", "김하늘").memberId());
        HoldPayouts hold = new HoldPayouts(changes);
        ReleasePayouts release = new ReleasePayouts(changes);
        ModifySettlementTerms modify = new ModifySettlementTerms(changes);

        assertRefused(
                MembershipProblem.PAYOUTS_NOT_HELD,
                () -> release.release(new ReleasePayouts.Command(STAFF, requestId("r3"), franchise, "확인 완료")));
        hold.hold(new HoldPayouts.Command(STAFF, requestId("r4"), franchise, "분쟁 접수"));
        assertRefused(
                MembershipProblem.PAYOUTS_HELD,
                () -> hold.hold(new HoldPayouts.Command(STAFF, requestId("r5"), franchise, "분쟁 접수")));
        assertRefused(
                MembershipProblem.HOLD_NEEDS_REASON,
                () -> modify.modify(new ModifySettlementTerms.Command(
                        STAFF, requestId("r6"), franchise, SettlementTerms.STANDARD)));
        release.release(new ReleasePayouts.Command(STAFF, requestId("r7"), franchise, "확인 완료"));
        assertRefused(
                MembershipProblem.FRANCHISE_NOT_FOUND,
                () -> hold.hold(new HoldPayouts.Command(STAFF, requestId("r8"), person, "분쟁 접수")));

        assertThat(outbox.bodies("franchise-changed.v1", MemberEvents.FranchiseEvent.class))
                .extracting(event -> event.settlementTerms().hold())
                .containsExactly(false, true, false);
        assertThat(members.historyOf(franchise))
                .extracting(MemberChange::change, MemberChange::reason)
                .contains(Tuple.tuple("hold/payouts", "분쟁 접수"), Tuple.tuple("release/payouts", "확인 완료"));
    }

    @Test
    void aMemberChangesItselfAndNobodyElse() {
        long id = signUp("r1", "김하늘").memberId();
        long other = signUp("r2", "이바다").memberId();
        ModifyMember modify = new ModifyMember(changes);
        Caller self = Caller.member(new MemberId(id));

        modify.modify(new ModifyMember.Command(self, requestId("r3"), new MemberId(id), profile("김구름")));

        assertThat(members.find(new MemberId(id)).orElseThrow().profile().name())
                .isEqualTo("김구름");
        assertRefused(
                MembershipProblem.MEMBER_NOT_FOUND,
                () -> modify.modify(
                        new ModifyMember.Command(self, requestId("r4"), new MemberId(other), profile("김구름"))));
        assertRefused(
                MembershipProblem.MEMBER_NOT_FOUND,
                () -> modify.modify(
                        new ModifyMember.Command(STAFF, requestId("r5"), new MemberId(99), profile("김구름"))));
    }

    @Test
    void aFranchiseChangesItself() {
        long id = franchise("r1", NUMBER).memberId();
        long person = signUp("r2", "김하늘").memberId();
        ModifyFranchise modify = new ModifyFranchise(changes);

        modify.modify(new ModifyFranchise.Command(
                Caller.franchise(new MemberId(id)), requestId("r3"), new MemberId(id), profile("새치킨")));

        assertThat(members.find(new MemberId(id)).orElseThrow().profile().name())
                .isEqualTo("새치킨");
        assertRefused(
                MembershipProblem.FRANCHISE_NOT_FOUND,
                () -> modify.modify(
                        new ModifyFranchise.Command(STAFF, requestId("r4"), new MemberId(person), profile("새치킨"))));
    }

    @Test
    void aMemberIsSuspendedResumedAndClosedForEver() {
        MemberId id = new MemberId(signUp("r1", "김하늘").memberId());

        assertThat(new SuspendMember(changes)
                        .suspend(new SuspendMember.Command(STAFF, requestId("r2"), id, "fraud report"))
                        .status())
                .isEqualTo("SUSPENDED");
        assertThat(new ResumeMember(changes)
                        .resume(new ResumeMember.Command(STAFF, requestId("r3"), id, "cleared"))
                        .status())
                .isEqualTo("ACTIVE");
        assertThat(new CloseMember(changes)
                        .close(new CloseMember.Command(STAFF, requestId("r4"), id))
                        .status())
                .isEqualTo("CLOSED");
        assertThat(members.historyOf(id))
                .extracting(MemberChange::status)
                .containsExactly(MemberStatus.ACTIVE, MemberStatus.SUSPENDED, MemberStatus.ACTIVE, MemberStatus.CLOSED);
        assertRefused(
                MembershipProblem.STATUS_UNCHANGEABLE,
                () -> new ResumeMember(changes).resume(new ResumeMember.Command(STAFF, requestId("r5"), id, "again")));
        assertRefused(
                MembershipProblem.MEMBER_CLOSED,
                () -> new ModifyMember(changes)
                        .modify(new ModifyMember.Command(STAFF, requestId("r6"), id, profile("김구름"))));
        assertThat(outbox.sent()).hasSize(4).allSatisfy(MessageContract::check);
    }

    @Test
    void membersAreFoundByIdAndByAddressPageByPage() {
        for (int i = 0; i < 3; i++) {
            signUp("r" + i, "회원" + i);
        }
        FindMembers find = new FindMembers(members);

        var first = find.find(new FindMembers.Query(STAFF, null, null, "강남구", new PageRequest("", 2)));
        var second = find.find(new FindMembers.Query(STAFF, null, null, "강남구", PageRequest.of(first.nextCursor(), 2)));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.nextCursor()).isNull();
        assertRefused(
                CommonProblem.CURSOR_INVALID,
                () -> find.find(new FindMembers.Query(STAFF, null, null, "강남구", new PageRequest("*", 2))));
        assertRefused(
                MembershipProblem.MEMBER_NOT_FOUND,
                () -> find.find(FindMembers.Query.byId(Caller.member(new MemberId(5)), new MemberId(1001))));
        assertRefused(
                MembershipProblem.FRANCHISE_NOT_FOUND,
                () -> new FindFranchise(members).find(STAFF, new MemberId(1001)));
    }

    private MemberAnswer signUp(String requestId, String name) {
        return new CreateMember(telecom, members, events, requests, transactions, clock)
                .create(new CreateMember.Command(STAFF, requestId(requestId), profile(name)));
    }

    private MemberAnswer franchise(String requestId, String number) {
        return new CreateFranchise(members, events, requests, transactions, clock)
                .create(new CreateFranchise.Command(
                        STAFF, requestId(requestId), profile("노노치킨"), number, Optional.empty()));
    }

    private static Profile profile(String name) {
        return new Profile(name, "a@example.com", "010-1234-5678", new Address("서울특별시", "강남구"));
    }

    private static void assertRefused(Problem problem, ThrowingCallable call) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(call)
                .extracting(RejectedException::problem)
                .isEqualTo(problem);
    }
}
