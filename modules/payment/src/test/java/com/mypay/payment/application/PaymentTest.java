package com.mypay.payment.application;

import static com.mypay.framework.value.BasisPoints.basisPoints;
import static com.mypay.framework.value.RequestId.requestId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mypay.framework.context.Caller;
import com.mypay.framework.log.LogKind;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.Problem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.MessageContract;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.frameworktest.fake.InMemoryOutbox;
import com.mypay.frameworktest.fake.InMemoryRequests;
import com.mypay.frameworktest.fake.MutableClock;
import com.mypay.frameworktest.fake.RecordedLogs;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.CommissionStatus;
import com.mypay.payment.domain.CommissionTerms;
import com.mypay.payment.domain.Commissions;
import com.mypay.payment.domain.Partner;
import com.mypay.payment.domain.PartnerKind;
import com.mypay.payment.domain.PartnerStatus;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.Payment.Order;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.PaymentStatus;
import com.mypay.payment.domain.Payments.Search;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PaymentTest {

    private static final MemberId MEMBER = new MemberId(1001);
    private static final MemberId FRANCHISE = new MemberId(2001);
    private static final Caller CALLER = Caller.member(MEMBER);
    private static final Caller STAFF = Caller.staff("kim", "operator");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    /** After which a command's server is taken for dead. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    @RegisterExtension
    static final TestCall CALL = TestCall.by(CALLER);

    private final MutableClock clock = MutableClock.inSeoul("2026-03-02T23:30:00");
    private final InMemoryPayments payments = new InMemoryPayments();
    private final InMemoryCommissions commissions = new InMemoryCommissions();
    private final InMemoryPartners partners = new InMemoryPartners();
    private final Map<MemberId, Partner> membership = new HashMap<>();
    /** What happens elsewhere while membership is asked the next time. */
    private Runnable whileMembershipIsAsked = () -> {};

    private final FakeMoney money = new FakeMoney();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryRequests requests = new InMemoryRequests(clock);
    private final DatabaseThatGoesAway transactions = new DatabaseThatGoesAway(new FakeTransactions(outbox, requests));

    @RegisterExtension
    final RecordedLogs logs = RecordedLogs.within(transactions);

    private final CountingIds ids = new CountingIds();
    private final KnownPartners knownPartners = new KnownPartners(partners, this::askMembership, transactions);
    private final PaymentLedger ledger = new PaymentLedger(payments, outbox, clock, ids);
    private final AskMoney askMoney = new AskMoney(requests, transactions);
    private final PayMyMoney payMyMoney = new PayMyMoney(
            payments, commissions, knownPartners, ledger, money, askMoney, requests, transactions, clock, ids);
    private final CancelPayment cancelPayment =
            new CancelPayment(payments, ledger, money, askMoney, requests, transactions, clock, ids);
    private final DecidePayments decidePayments = new DecidePayments(payments, payMyMoney, cancelPayment, transactions);

    @BeforeEach
    void aMemberAFranchiseAndTheCommonTerms() {
        partners.follow(new Partner(MEMBER, PartnerKind.PERSONAL, PartnerStatus.ACTIVE, 1));
        partners.follow(new Partner(FRANCHISE, PartnerKind.FRANCHISE, PartnerStatus.ACTIVE, 1));
        commissions.add(approved(null, 250, LocalDate.of(2000, 1, 1)));
    }

    @Test
    void anApprovedPaymentTakesTheMoneyAndIssuesItsSlip() {
        PayMyMoney.Answer answer = pay("r1", 30_000);

        assertThat(answer.status()).isEqualTo("APPROVED");
        assertThat(money.balance()).isEqualTo(won(970_000));
        assertThat(payments.history()).containsExactly(PaymentStatus.REQUESTED, PaymentStatus.APPROVED);
        assertThat(outbox.sent()).hasSize(1).allSatisfy(MessageContract::check);
        SlipIssued slip = slips().get(0);
        assertThat(slip.commissionBasisPoints()).isEqualTo(250);
        // 23:30 in Seoul is still the day before in UTC + 9; the business date is Seoul's
        assertThat(slip.businessDate()).isEqualTo("2026-03-02");
        assertThat(slip.remainingBeforeWon()).isEqualTo(30_000);
        assertThat(logs.of(LogKind.BUSINESS))
                .singleElement()
                .asString()
                .contains("\"event\":\"PAYMENT_APPROVED\",\"memberId\":1001", "\"amountWon\":30000")
                .contains("\"paymentId\":\"" + answer.paymentId() + "\"");
    }

    @Test
    void theSameRequestHasOneEffectAndGetsItsFirstAnswer() {
        PayMyMoney.Answer first = pay("r1", 30_000);
        PayMyMoney.Answer again = pay("r1", 30_000);

        assertThat(again).isEqualTo(first);
        assertThat(money.calls()).isOne();
        assertThat(outbox.sent()).hasSize(1);
        assertRefused(CommonProblem.REQUEST_ID_REUSED, () -> pay("r1", 40_000));
    }

    @Test
    void whatMoneyRefusesFailsAndLeavesNothingBehind() {
        for (PaymentProblem problem : new PaymentProblem[] {
            PaymentProblem.MONEY_INSUFFICIENT, PaymentProblem.NO_LINKED_ACCOUNT, PaymentProblem.TOP_UP_REFUSED
        }) {
            money.refuses(problem);
            assertRefused(problem, () -> pay("r1", 30_000));
        }
        assertThat(outbox.sent()).isEmpty();

        money.worksAgain();
        assertThat(pay("r1", 30_000).status()).isEqualTo("APPROVED");
        assertThat(money.effects()).isOne();
    }

    @Test
    void whileMoneyIsAwayNothingHappensAndTheSameRequestMaySucceedLater() {
        money.failsBefore(() -> new UnavailableException("away"));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> pay("r1", 30_000));

        money.worksAgain();
        assertThat(pay("r1", 30_000).status()).isEqualTo("APPROVED");
        assertThat(money.effects()).isOne();
    }

    @Test
    void aLostAnswerLeavesThePaymentInDoubtUntilMoneyIsAsked() {
        money.losesItsAnswer(() -> new UnknownOutcomeException("silent", "", null));
        assertThatExceptionOfType(UnknownOutcomeException.class)
                .isThrownBy(() -> pay("r1", 30_000))
                .satisfies(e -> assertThat(e.whereToLook()).startsWith("/payment/com/v1/find/payment?paymentId="));
        Payment inDoubt = onlyPayment();
        assertThat(inDoubt.status()).isEqualTo(PaymentStatus.IN_DOUBT);
        assertThat(outbox.sent()).isEmpty();

        decidePayments.decide();
        assertThat(onlyPayment().status()).isEqualTo(PaymentStatus.IN_DOUBT);

        money.worksAgain();
        decidePayments.decide();
        decidePayments.decide();
        assertThat(onlyPayment().status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(money.effects()).isOne();
        assertThat(outbox.sent()).hasSize(1);
        assertThat(pay("r1", 30_000).paymentId()).isEqualTo(inDoubt.id().value());
        assertThat(money.effects()).isOne();
    }

    @Test
    void repeatingAPaymentInDoubtDecidesIt() {
        money.losesItsAnswer(() -> new UnknownOutcomeException("silent", "", null));
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> pay("r1", 30_000));

        money.worksAgain();
        assertThat(pay("r1", 30_000).paymentId()).isEqualTo(onlyPayment().id().value());
        assertThat(money.effects()).isOne();
        assertThat(outbox.sent()).hasSize(1);
    }

    @Test
    void whileMoneyIsAwayAPaymentInDoubtStaysInDoubt() {
        money.losesItsAnswer(() -> new UnknownOutcomeException("silent", "", null));
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> pay("r1", 30_000));

        money.failsBefore(() -> new UnavailableException("the circuit breaker is open"));
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> pay("r1", 30_000));
        decidePayments.decide();
        assertThat(onlyPayment().status()).isEqualTo(PaymentStatus.IN_DOUBT);

        money.worksAgain();
        pay("r1", 30_000);
        assertThat(money.effects()).isOne();
        assertThat(outbox.sent()).hasSize(1);
    }

    @Test
    void aDatabaseThatGoesAwayOnceMoneyHasMovedDoesNotMakeThePaymentFail() {
        money.answersAndThen(transactions::goesAway);
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> pay("r1", 30_000));
        assertThat(payments.history()).containsExactly(PaymentStatus.REQUESTED);

        transactions.isBack();
        money.worksAgain();
        clock.advance(LEASE);
        decidePayments.decide();
        assertThat(onlyPayment().status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(money.effects()).isOne();
    }

    @Test
    void aRefusalThatCouldNotBeWrittenDownIsNotGivenAway() {
        money.failsBefore(() -> {
            transactions.goesAway();
            return new RejectedException(PaymentProblem.MONEY_INSUFFICIENT);
        });
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> pay("r1", 30_000));
        transactions.isBack();
        clock.advance(LEASE);
        money.refuses(PaymentProblem.MONEY_INSUFFICIENT);
        decidePayments.decide();
        assertThat(onlyPayment().status()).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void aPaymentWhoseServerDiedIsDecidedOnceItsLeaseIsOver() {
        money.answersAndThen(() -> {
            throw new IllegalStateException("killed");
        });
        assertThatIllegalStateException().isThrownBy(() -> pay("r1", 30_000));
        money.worksAgain();

        decidePayments.decide();
        assertThat(payments.history()).containsExactly(PaymentStatus.REQUESTED);

        clock.advance(LEASE);
        decidePayments.decide();
        assertThat(payments.history())
                .containsExactly(PaymentStatus.REQUESTED, PaymentStatus.IN_DOUBT, PaymentStatus.APPROVED);
        assertThat(money.effects()).isOne();
        assertThat(pay("r1", 30_000).paymentId()).isEqualTo(onlyPayment().id().value());
        assertThat(money.calls()).isEqualTo(2);
    }

    @Test
    void whoIsTakenForDeadDoesNotFailWhatAnotherServerDecides() {
        money.failsBefore(() -> {
            clock.advance(LEASE);
            money.worksAgain();
            decidePayments.decide();
            return new UnavailableException("away");
        });
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> pay("r1", 30_000));
        assertThat(onlyPayment().status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(pay("r1", 30_000).status()).isEqualTo("APPROVED");
        assertThat(money.effects()).isOne();
    }

    @Test
    void moneyThatHasMovedForAFailedPaymentIsAnErrorOfOurs() {
        money.refuses(PaymentProblem.MONEY_INSUFFICIENT);
        assertRefused(PaymentProblem.MONEY_INSUFFICIENT, () -> pay("r1", 30_000));
        assertThatIllegalStateException().isThrownBy(() -> ledger.approve(onlyPayment()));
        assertThat(outbox.sent()).isEmpty();
    }

    @Test
    void whatCannotBeDecidedDoesNotHoldUpTheOthers() {
        int doubted = DecidePayments.PAGE_SIZE + 1;
        money.failsBefore(() -> new UnknownOutcomeException("silent", "", null));
        for (int i = 0; i < doubted; i++) {
            String requestId = "r" + i;
            assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> pay(requestId, 1_000));
        }
        AtomicInteger asked = new AtomicInteger();
        money.failsBefore(() -> {
            if (asked.incrementAndGet() == doubted - 1) {
                money.worksAgain();
            }
            return new IllegalStateException("a refusal that payment doesn't know");
        });
        decidePayments.decide();
        assertThat(onlyPayment().status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(outbox.sent()).hasSize(1);
    }

    @Test
    void aPaymentCommitsOnceBeforeAndOnceAfterMoneyAndARefusalThatNeedsNobodyNever() {
        pay("r1", 30_000);
        assertThat(transactions.committed()).isEqualTo(2);

        assertRefused(PaymentProblem.MEMBER_NOT_FOUND, () -> pay(STAFF, "r2", FRANCHISE, FRANCHISE));
        assertThat(transactions.committed()).isEqualTo(2);
    }

    @Test
    void aPaymentInDoubtThatMoneyThenRefusesFails() {
        money.failsBefore(() -> new UnknownOutcomeException("silent", "", null));
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> pay("r1", 30_000));

        money.refuses(PaymentProblem.MONEY_INSUFFICIENT);
        clock.advance(Duration.ofMinutes(1));
        decidePayments.decide();

        assertThat(onlyPayment().status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(onlyPayment().failureCode()).contains("MONEY_INSUFFICIENT");
        assertThat(outbox.sent()).isEmpty();
    }

    @Test
    void bothSidesHaveToBeThereAndActive() {
        MemberId unknown = new MemberId(99);
        assertRefused(PaymentProblem.MEMBER_NOT_FOUND, () -> pay(STAFF, "r1", unknown, FRANCHISE));
        assertRefused(PaymentProblem.FRANCHISE_NOT_FOUND, () -> pay(STAFF, "r2", MEMBER, unknown));
        assertRefused(PaymentProblem.FRANCHISE_NOT_FOUND, () -> pay(STAFF, "r3", MEMBER, MEMBER));
        assertRefused(PaymentProblem.MEMBER_NOT_FOUND, () -> pay(STAFF, "r4", FRANCHISE, FRANCHISE));

        FollowMember follow = new FollowMember(partners);
        follow.follow(new FollowMember.Command(MEMBER, PartnerKind.PERSONAL, PartnerStatus.SUSPENDED, 2));
        assertRefused(PaymentProblem.MEMBER_NOT_ACTIVE, () -> pay(STAFF, "r5", MEMBER, FRANCHISE));
        follow.follow(new FollowMember.Command(MEMBER, PartnerKind.PERSONAL, PartnerStatus.ACTIVE, 3));
        follow.follow(new FollowMember.Command(FRANCHISE, PartnerKind.FRANCHISE, PartnerStatus.CLOSED, 2));
        assertRefused(PaymentProblem.FRANCHISE_NOT_ACTIVE, () -> pay(STAFF, "r6", MEMBER, FRANCHISE));
        assertThat(money.calls()).isZero();
    }

    @Test
    void nobodyPaysWithSomebodyElsesMoney() {
        assertRefused(
                PaymentProblem.MEMBER_NOT_FOUND, () -> pay(Caller.member(new MemberId(7)), "r1", MEMBER, FRANCHISE));
        assertThat(money.calls()).isZero();
    }

    @Test
    void aMemberWhoseEventHasNotArrivedIsAskedForOnce() {
        MemberId late = new MemberId(1002);
        membership.put(late, new Partner(late, PartnerKind.PERSONAL, PartnerStatus.ACTIVE, 0));

        assertThat(pay(STAFF, "r1", late, FRANCHISE).status()).isEqualTo("APPROVED");
        membership.clear();
        assertThat(pay(STAFF, "r2", late, FRANCHISE).status()).isEqualTo("APPROVED");

        FollowMember follow = new FollowMember(partners);
        follow.follow(new FollowMember.Command(late, PartnerKind.PERSONAL, PartnerStatus.CLOSED, 2));
        follow.follow(new FollowMember.Command(late, PartnerKind.PERSONAL, PartnerStatus.ACTIVE, 1));
        assertRefused(PaymentProblem.MEMBER_NOT_ACTIVE, () -> pay(STAFF, "r3", late, FRANCHISE));
    }

    @Test
    void whileMembershipIsAskedForLongAnotherServerMayEndTheSameRequest() {
        aMemberWhoseEventIsLate();
        whileMembershipIsAsked = () -> {
            clock.advance(LEASE);
            assertThat(pay("r1", 30_000).status()).isEqualTo("APPROVED");
        };

        assertRefused(CommonProblem.REQUEST_RUNNING, () -> pay("r1", 30_000));

        assertThat(payments.history()).containsExactly(PaymentStatus.REQUESTED, PaymentStatus.APPROVED);
        assertThat(pay("r1", 30_000).paymentId()).isEqualTo(onlyPayment().id().value());
        assertThat(money.calls()).isOne();
        assertThat(outbox.sent()).hasSize(1);
    }

    @Test
    void whileMembershipIsAskedForLongAnotherServerMayBeginTheSamePayment() {
        aMemberWhoseEventIsLate();
        whileMembershipIsAsked = this::anotherServerLosesTheAnswer;

        PayMyMoney.Answer answer = pay("r1", 30_000);

        assertThat(answer.paymentId()).isEqualTo(onlyPayment().id().value());
        assertThat(payments.history())
                .containsExactly(PaymentStatus.REQUESTED, PaymentStatus.IN_DOUBT, PaymentStatus.APPROVED);
        assertThat(money.effects()).isOne();
        assertThat(outbox.sent()).hasSize(1);
    }

    @Test
    void whomMembershipDoesNotAnswerInTheEndGivesNobodyElsesPaymentUp() {
        aMemberWhoseEventIsLate();
        whileMembershipIsAsked = () -> {
            anotherServerLosesTheAnswer();
            throw new UnavailableException("membership is away");
        };

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> pay("r1", 30_000));
        decidePayments.decide();

        assertThat(onlyPayment().status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(pay("r1", 30_000).paymentId()).isEqualTo(onlyPayment().id().value());
        assertThat(money.effects()).isOne();
    }

    private void aMemberWhoseEventIsLate() {
        membership.put(MEMBER, new Partner(MEMBER, PartnerKind.PERSONAL, PartnerStatus.ACTIVE, 1));
        partners.forget(MEMBER);
    }

    /** It finds the request without a server, opens the payment, and money has moved. */
    private void anotherServerLosesTheAnswer() {
        clock.advance(LEASE);
        money.losesItsAnswer(() -> new UnknownOutcomeException("silent", "", null));
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> pay("r1", 30_000));
        money.worksAgain();
    }

    private Optional<Partner> askMembership(MemberId id) {
        Runnable meanwhile = whileMembershipIsAsked;
        whileMembershipIsAsked = () -> {};
        meanwhile.run();
        return Optional.ofNullable(membership.get(id));
    }

    @Test
    void partialCancellationsFormAChainUntilNothingRemains() {
        PaymentId id = new PaymentId(pay("r1", 30_000).paymentId());

        CancelPayment.Answer first = cancel(CALLER, "c1", id, 10_000L);
        CancelPayment.Answer rest = cancel(Caller.franchise(FRANCHISE), "c2", id, null);

        assertThat(first.remainingWon()).isEqualTo(20_000);
        assertThat(rest.cancelledWon()).isEqualTo(20_000);
        assertThat(rest.remainingWon()).isZero();
        assertThat(money.balance()).isEqualTo(won(1_000_000));
        assertThat(slips()).extracting(SlipIssued::remainingBeforeWon).containsExactly(30_000L, 30_000L, 20_000L);
        assertThat(slips()).extracting(SlipIssued::commissionBasisPoints).containsOnly(250);
        assertThat(outbox.sent()).allSatisfy(MessageContract::check);
        assertThat(cancel(CALLER, "c1", id, 10_000L)).isEqualTo(first);
        assertRefused(PaymentProblem.CANCEL_AMOUNT_TOO_LARGE, () -> cancel(CALLER, "c3", id, 1L));
        assertRefused(PaymentProblem.CANCEL_AMOUNT_TOO_LARGE, () -> cancel(CALLER, "c4", id, null));
    }

    @Test
    void onlyTheTwoSidesOfAnApprovedPaymentCancelIt() {
        PaymentId id = new PaymentId(pay("r1", 30_000).paymentId());

        assertRefused(PaymentProblem.PAYMENT_NOT_FOUND, () -> cancel(Caller.member(new MemberId(7)), "c1", id, null));
        assertRefused(
                PaymentProblem.PAYMENT_NOT_FOUND, () -> cancel(CALLER, "c2", new PaymentId("f".repeat(32)), null));
        assertRefused(PaymentProblem.CANCEL_AMOUNT_TOO_LARGE, () -> cancel(CALLER, "c3", id, 30_001L));

        money.refuses(PaymentProblem.MONEY_INSUFFICIENT);
        assertRefused(PaymentProblem.MONEY_INSUFFICIENT, () -> pay("r2", 50_000));
        PaymentId failed = payments.find(new Search(MEMBER, null, null, null), new PageRequest("", 1))
                .get(0)
                .id();
        assertRefused(PaymentProblem.NOT_CANCELLABLE, () -> cancel(CALLER, "c4", failed, null));
    }

    @Test
    void aCancellationThatMoneyRefusesGivesThePartFree() {
        PaymentId id = new PaymentId(pay("r1", 30_000).paymentId());

        money.refuses(PaymentProblem.CANCEL_REFUSED);
        assertRefused(PaymentProblem.CANCEL_REFUSED, () -> cancel(CALLER, "c1", id, null));
        money.worksAgain();

        assertThat(cancel(CALLER, "c1", id, null).remainingWon()).isZero();
    }

    @Test
    void aCancellationInDoubtKeepsItsPartAndIsDecidedByAsking() {
        PaymentId id = new PaymentId(pay("r1", 30_000).paymentId());
        money.losesItsAnswer(() -> new UnknownOutcomeException("silent", "", null));
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> cancel(CALLER, "c1", id, 20_000L));
        assertRefused(PaymentProblem.CANCEL_AMOUNT_TOO_LARGE, () -> cancel(CALLER, "c2", id, 20_000L));

        money.worksAgain();
        clock.advance(Duration.ofMinutes(1));
        decidePayments.decide();

        FindPayment.Found found = new FindPayment(payments, transactions).find(CALLER, id);
        assertThat(found.cancellations()).hasSize(1).allMatch(c -> c.status() == PaymentStatus.APPROVED);
        assertThat(found.payment().remaining()).isEqualTo(won(10_000));
        assertThat(money.effects()).isEqualTo(2);
        assertThat(cancel(CALLER, "c1", id, 20_000L).remainingWon()).isEqualTo(10_000);
        assertThat(money.effects()).isEqualTo(2);
    }

    @Test
    void aCancellationInDoubtIsNotTakenForRefusedWhileMoneyIsAway() {
        PaymentId id = new PaymentId(pay("r1", 30_000).paymentId());
        money.losesItsAnswer(() -> new UnknownOutcomeException("silent", "", null));
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> cancel(CALLER, "c1", id, 20_000L));

        money.failsBefore(() -> new UnavailableException("the circuit breaker is open"));
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> cancel(CALLER, "c1", id, 20_000L));
        money.worksAgain();
        assertRefused(PaymentProblem.CANCEL_AMOUNT_TOO_LARGE, () -> cancel(CALLER, "c2", id, 20_000L));
        assertThat(cancel(CALLER, "c1", id, 20_000L).remainingWon()).isEqualTo(10_000);
        assertThat(money.balance()).isEqualTo(won(990_000));
    }

    @Test
    void aDatabaseThatGoesAwayOnceMoneyIsBackDoesNotGiveItBackTwice() {
        PaymentId id = new PaymentId(pay("r1", 30_000).paymentId());
        money.answersAndThen(transactions::goesAway);
        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> cancel(CALLER, "c1", id, null));

        transactions.isBack();
        money.worksAgain();
        assertRefused(PaymentProblem.CANCEL_AMOUNT_TOO_LARGE, () -> cancel(CALLER, "c2", id, null));
        clock.advance(LEASE);
        decidePayments.decide();
        assertThat(cancel(CALLER, "c1", id, null).remainingWon()).isZero();
        assertThat(money.balance()).isEqualTo(won(1_000_000));
    }

    @Test
    void aCancellationThatMoneyCanNotBeReachedForGivesThePartFree() {
        PaymentId id = new PaymentId(pay("r1", 30_000).paymentId());
        money.failsBefore(() -> new UnavailableException("away"));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> cancel(CALLER, "c1", id, null));
        money.worksAgain();
        assertThat(cancel(CALLER, "c2", id, null).remainingWon()).isZero();
    }

    @Test
    void commissionTermsNeedTwoPersonsAndHoldFromTheirDate() {
        ModifyCommission.Answer proposed = propose("m1", FRANCHISE, 300, TODAY.plusDays(1));
        assertThat(proposed.status()).isEqualTo("PROPOSED");
        assertRefused(PaymentProblem.SAME_PERSON, () -> approve("a1", STAFF, proposed.commissionId()));
        assertRefused(
                PaymentProblem.COMMISSION_NOT_FOUND,
                () -> approve("a2", Caller.staff("lee", "approver"), "f".repeat(32)));

        assertThat(approve("a3", Caller.staff("lee", "approver"), proposed.commissionId())
                        .status())
                .isEqualTo("APPROVED");

        pay("r1", 10_000);
        clock.advance(Duration.ofDays(1));
        pay("r2", 10_000);
        assertThat(slips()).extracting(SlipIssued::commissionBasisPoints).containsExactly(250, 300);
        FindCommission find = new FindCommission(commissions);
        assertThat(find.find(STAFF, FRANCHISE, TODAY).inForce().rate()).isEqualTo(basisPoints(250));
        assertThat(find.find(STAFF, FRANCHISE, TODAY).coming())
                .extracting(change -> change.commission().rate())
                .containsExactly(basisPoints(300));
        assertThat(find.find(STAFF, FRANCHISE, TODAY.plusDays(1)).inForce().rate())
                .isEqualTo(basisPoints(300));
        assertRefused(PaymentProblem.FRANCHISE_NOT_FOUND, () -> find.find(CALLER, FRANCHISE, TODAY));
        assertRefused(
                PaymentProblem.COMMISSION_DECIDED,
                () -> approve("a4", Caller.staff("park", "approver"), proposed.commissionId()));
    }

    @Test
    void duringACampaignSlipsHaveItsRateAndAfterwardsTheFormerOneAgain() {
        ModifyCommission.Answer campaign = proposeCampaign("m1", 0, TODAY.plusDays(1), TODAY.plusDays(1));
        approve("a1", Caller.staff("lee", "approver"), campaign.commissionId());

        pay("r1", 10_000);
        clock.advance(Duration.ofDays(1));
        PayMyMoney.Answer paidInIt = pay("r2", 10_000);
        clock.advance(Duration.ofDays(1));
        pay("r3", 10_000);
        cancel(CALLER, "c1", new PaymentId(paidInIt.paymentId()), null);

        // The last one is the cancellation of what was paid during the campaign: with the terms of then
        assertThat(slips()).extracting(SlipIssued::commissionBasisPoints).containsExactly(250, 0, 250, 0);
    }

    @Test
    void aCampaignEndsAfterItHasBegun() {
        assertRefused(
                PaymentProblem.COMMISSION_PERIOD_INVALID,
                () -> proposeCampaign("m1", 100, TODAY.plusDays(2), TODAY.plusDays(1)));
        assertRefused(
                PaymentProblem.COMMISSION_PERIOD_INVALID,
                () -> modifyCommission()
                        .modify(new ModifyCommission.Command(
                                STAFF,
                                requestId("m2"),
                                Optional.empty(),
                                basisPoints(100),
                                TODAY,
                                Optional.empty(),
                                Optional.of("끝없는 행사"))));
    }

    @Test
    void whoIsToApproveFindsWhatIsProposed() {
        ModifyCommission.Answer first = propose("m1", FRANCHISE, 300, TODAY);
        ModifyCommission.Answer second = propose("m2", FRANCHISE, 310, TODAY);
        approve("a1", Caller.staff("lee", "approver"), first.commissionId());

        Page<Commission> waiting = new FindCommission(commissions)
                .all(new Commissions.Search(CommissionStatus.PROPOSED, null), new PageRequest("", 10));

        assertThat(waiting.items()).extracting(Commission::id).containsExactly(second.commissionId());
        assertThat(waiting.nextCursor()).isNull();
    }

    @Test
    void commissionTermsDoNotReachBack() {
        assertRefused(PaymentProblem.COMMISSION_IN_THE_PAST, () -> propose("m1", FRANCHISE, 300, TODAY.minusDays(1)));
        ModifyCommission.Answer proposed = propose("m2", FRANCHISE, 300, TODAY);
        clock.advance(Duration.ofDays(1));
        assertRefused(
                PaymentProblem.COMMISSION_IN_THE_PAST,
                () -> approve("a1", Caller.staff("lee", "approver"), proposed.commissionId()));
        assertRefused(PaymentProblem.FRANCHISE_NOT_FOUND, () -> propose("m3", MEMBER, 300, TODAY.plusDays(5)));
    }

    @Test
    void paymentsAreFoundByEitherSideTheNewestFirst() {
        pay("r1", 10_000);
        pay("r2", 20_000);
        pay("r3", 30_000);
        FindPayments find = new FindPayments(payments, transactions);
        Search byMember = new Search(MEMBER, null, null, null);

        Page<Payment> first = find.find(CALLER, byMember, new PageRequest("", 2));
        Page<Payment> second = find.find(CALLER, byMember, PageRequest.of(first.nextCursor(), 2));

        assertThat(first.items()).extracting(Payment::amount).containsExactly(won(30_000), won(20_000));
        assertThat(second.items()).extracting(Payment::amount).containsExactly(won(10_000));
        assertThat(second.nextCursor()).isNull();
        assertRefused(
                PaymentProblem.SEARCH_INCOMPLETE,
                () -> find.find(CALLER, new Search(null, null, null, null), new PageRequest("", 2)));
        assertRefused(
                PaymentProblem.FRANCHISE_NOT_FOUND,
                () -> find.find(CALLER, new Search(null, FRANCHISE, null, null), new PageRequest("", 2)));
        assertRefused(
                PaymentProblem.PAYMENT_NOT_FOUND,
                () -> new FindPayment(payments, transactions)
                        .find(
                                Caller.member(new MemberId(7)),
                                first.items().get(0).id()));
    }

    private PayMyMoney.Answer pay(String requestId, long amount) {
        return payMyMoney.pay(new PayMyMoney.Command(
                CALLER, requestId(requestId), new Order(MEMBER, FRANCHISE, won(amount), "후라이드")));
    }

    private PayMyMoney.Answer pay(Caller caller, String requestId, MemberId member, MemberId franchise) {
        return payMyMoney.pay(new PayMyMoney.Command(
                caller, requestId(requestId), new Order(member, franchise, won(10_000), "후라이드")));
    }

    private CancelPayment.Answer cancel(Caller caller, String requestId, PaymentId id, @Nullable Long amount) {
        return cancelPayment.cancel(new CancelPayment.Command(
                caller, requestId(requestId), id, Optional.ofNullable(amount).map(Won::won), "변심"));
    }

    private ModifyCommission.Answer propose(String requestId, MemberId franchise, int rate, LocalDate from) {
        return modifyCommission()
                .modify(new ModifyCommission.Command(
                        STAFF,
                        requestId(requestId),
                        Optional.of(franchise),
                        basisPoints(rate),
                        from,
                        Optional.empty(),
                        Optional.empty()));
    }

    private ModifyCommission.Answer proposeCampaign(String requestId, int rate, LocalDate from, LocalDate until) {
        return modifyCommission()
                .modify(new ModifyCommission.Command(
                        STAFF,
                        requestId(requestId),
                        Optional.of(FRANCHISE),
                        basisPoints(rate),
                        from,
                        Optional.of(until),
                        Optional.of("봄맞이 행사")));
    }

    private ModifyCommission modifyCommission() {
        return new ModifyCommission(commissions, knownPartners, requests, transactions, clock, ids);
    }

    private ModifyCommission.Answer approve(String requestId, Caller caller, String id) {
        return new ApproveCommission(commissions, requests, transactions, clock)
                .approve(new ApproveCommission.Command(caller, requestId(requestId), id));
    }

    private Commission approved(@Nullable MemberId franchise, int rate, LocalDate from) {
        CommissionTerms terms = CommissionTerms.from(from, Optional.ofNullable(franchise), basisPoints(rate));
        Commission commission = Commission.proposed(ids.next(), terms, "staff/a", "1".repeat(32), clock.instant());
        commission.approve("staff/b", clock.instant());
        return commission;
    }

    private Payment onlyPayment() {
        return payments.find(new Search(MEMBER, null, null, null), new PageRequest("", 1))
                .get(0);
    }

    private java.util.List<SlipIssued> slips() {
        return outbox.bodies("slip-issued.v1", SlipIssued.class);
    }

    private static void assertRefused(Problem problem, ThrowingCallable call) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(call)
                .extracting(RejectedException::problem)
                .isEqualTo(problem);
    }
}
