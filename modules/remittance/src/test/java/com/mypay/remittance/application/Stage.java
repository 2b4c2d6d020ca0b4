package com.mypay.remittance.application;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.RequestId.requestId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mypay.framework.context.Caller;
import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.problem.Problem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.JdbcRequests;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.database.TestPersistence;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.frameworktest.fake.InMemoryOutbox;
import com.mypay.frameworktest.fake.InMemoryRequests;
import com.mypay.frameworktest.fake.MutableClock;
import com.mypay.remittance.RemittanceHouse;
import com.mypay.remittance.adapter.out.persistence.JdbcConfirmations;
import com.mypay.remittance.adapter.out.persistence.JdbcPartners;
import com.mypay.remittance.adapter.out.persistence.JdbcRemittances;
import com.mypay.remittance.adapter.out.persistence.JdbcSenders;
import com.mypay.remittance.adapter.out.persistence.JpaRemittanceFees;
import com.mypay.remittance.adapter.out.persistence.JpaResolutions;
import com.mypay.remittance.adapter.out.persistence.JpaStandingRemittances;
import com.mypay.remittance.application.message.FirmbankingResult;
import com.mypay.remittance.application.message.MoneyCommandAnswered;
import com.mypay.remittance.domain.Confirmation;
import com.mypay.remittance.domain.Confirmations;
import com.mypay.remittance.domain.Partner;
import com.mypay.remittance.domain.PartnerKind;
import com.mypay.remittance.domain.PartnerStatus;
import com.mypay.remittance.domain.Partners;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceFees;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.RemittanceMove;
import com.mypay.remittance.domain.RemittanceStatus;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Resolutions;
import com.mypay.remittance.domain.Senders;
import com.mypay.remittance.domain.StandingRemittances;
import com.mypay.remittance.domain.VerificationLevel;
import com.mypay.remittance.fake.CountedFigures;
import com.mypay.remittance.fake.FakeBanking;
import com.mypay.remittance.fake.FakeMemberships;
import com.mypay.remittance.fake.InMemoryTables;
import com.mypay.remittance.fake.Surroundings;
import com.mypay.remittance.fake.Tables;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** A house with members in it, in memory or on a database; the test plays money and banking. */
final class Stage {

    static final MemberId KIM = memberId(1001);
    static final MemberId LEE = memberId(1002);
    static final Payee TO_LEE = Payee.member(LEE, "이영희");
    static final Payee TO_ACCOUNT =
            Payee.account(new Payee.Account("a".repeat(32), "004", "국민은행", "******7890"), "박민수");

    final MutableClock clock = MutableClock.inSeoul("2011-12-05T12:00");
    final MutableClock realTime = MutableClock.inSeoul("2026-03-02T12:00");
    final InMemoryOutbox outbox = new InMemoryOutbox();
    final CountedFigures figures = new CountedFigures();
    final CountingIds ids = new CountingIds();
    final Transactions transactions;
    final Tables tables;
    final FakeMemberships memberships;
    final FakeBanking banking;
    final RemittanceHouse house;
    private final AtomicLong requestNumbers = new AtomicLong();

    static Stage inMemory() {
        InMemoryTables tables = new InMemoryTables();
        FakeTransactions transactions = new FakeTransactions(tables);
        Stage stage = new Stage(
                transactions,
                tables,
                clock -> {
                    InMemoryRequests requests = new InMemoryRequests(clock);
                    transactions.join(requests);
                    return requests;
                },
                () -> transactions.refuseWhileOpen("another system"));
        transactions.join(stage.outbox);
        return stage;
    }

    static Stage on(TestDatabase database) {
        TestPersistence persistence = database.persistence("remittance");
        return new Stage(
                persistence.transactions(),
                new StoredTables(database.jdbc(), persistence),
                clock -> new JdbcRequests(database.jdbc(), clock),
                () -> {});
    }

    private interface RequestsOn {
        Requests at(MutableClock clock);
    }

    private Stage(Transactions transactions, Tables tables, RequestsOn requests, Runnable refuseInTransaction) {
        this.transactions = transactions;
        this.tables = tables;
        memberships = new FakeMemberships(refuseInTransaction);
        banking = new FakeBanking(refuseInTransaction);
        house = new RemittanceHouse(
                tables,
                new Surroundings(
                        transactions, requests.at(clock), outbox, clock, realTime, ids, memberships, banking, figures));
    }

    private record StoredTables(Jdbc jdbc, TestPersistence persistence) implements Tables {

        @Override
        public Remittances remittances() {
            return new JdbcRemittances(jdbc);
        }

        @Override
        public Senders senders() {
            return new JdbcSenders(jdbc);
        }

        @Override
        public Confirmations confirmations() {
            return new JdbcConfirmations(jdbc);
        }

        @Override
        public Partners partners() {
            return new JdbcPartners(jdbc);
        }

        @Override
        public RemittanceFees fees() {
            return new JpaRemittanceFees(persistence.entityManager());
        }

        @Override
        public StandingRemittances standings() {
            return new JpaStandingRemittances(persistence.entityManager());
        }

        @Override
        public Resolutions resolutions() {
            return new JpaResolutions(persistence.entityManager());
        }
    }

    /** Persons in good standing, whose events have arrived. */
    void members(MemberId... members) {
        for (MemberId member : members) {
            tell(member, PartnerKind.PERSONAL, PartnerStatus.ACTIVE, 1);
        }
    }

    void tell(MemberId member, PartnerKind kind, PartnerStatus status, long version) {
        transactions.inTransaction(() -> house.followMember.follow(new Partner(member, kind, status, version)));
    }

    /** @return its token */
    String confirmed(MemberId sender, Payee payee, VerificationLevel level) {
        String token = ids.next();
        transactions.inTransaction(() -> tables.confirmations()
                .add(new Confirmation(
                        token, sender, payee, level, clock.instant().plus(Confirmation.GOOD_FOR))));
        return token;
    }

    RequestRemittance.Answer send(MemberId sender, Payee payee, long amountWon) {
        return request(
                "r" + requestNumbers.incrementAndGet(),
                sender,
                confirmed(sender, payee, VerificationLevel.VERIFIED),
                amountWon);
    }

    RequestRemittance.Answer request(String request, MemberId sender, String token, long amountWon) {
        return house.requestRemittance.request(new RequestRemittance.Command(
                Caller.member(sender), requestId(request), sender, token, won(amountWon), ""));
    }

    void moneyDoes(String request, @Nullable String holdId) {
        money(request, MoneyCommandAnswered.Outcome.DONE, null, null, holdId, null);
    }

    void moneyToppedUp(String request, long toppedUpWon) {
        money(request, MoneyCommandAnswered.Outcome.DONE, null, null, null, toppedUpWon);
    }

    void moneyIsShort(String request, long shortageWon) {
        money(request, MoneyCommandAnswered.Outcome.SHORT, null, shortageWon, null, null);
    }

    void moneyRefuses(String request, String reason) {
        money(request, MoneyCommandAnswered.Outcome.REFUSED, reason, null, null, null);
    }

    private void money(
            String request,
            MoneyCommandAnswered.Outcome outcome,
            @Nullable String reason,
            @Nullable Long shortageWon,
            @Nullable String holdId,
            @Nullable Long toppedUpWon) {
        transactions.inTransaction(() -> house.takeMoneyAnswer.take(new MoneyCommandAnswered(
                request, request.substring(0, 32), outcome, reason, shortageWon, holdId, toppedUpWon)));
    }

    void bankingSays(String request, FirmbankingResult.Status status, @Nullable String reason, long amountWon) {
        transactions.inTransaction(() -> house.takeFirmbankingResult.take(
                new FirmbankingResult(request, "f".repeat(32), status, reason, amountWon, null)));
    }

    Remittance remittance(String id) {
        return transactions.inTransaction(
                () -> tables.remittances().find(new RemittanceId(id)).orElseThrow());
    }

    RemittanceStatus statusOf(String id) {
        return remittance(id).status();
    }

    List<RemittanceStatus> lifeOf(String id) {
        return transactions.inTransaction(() -> tables.remittances().historyOf(new RemittanceId(id))).stream()
                .map(RemittanceMove::status)
                .toList();
    }

    /** The ids of all messages, in the order of sending. */
    List<String> sent() {
        return outbox.sent().stream().map(OutgoingMessage::id).toList();
    }

    CancelRemittance.Answer cancel(String id) {
        return house.cancelRemittance.cancel(
                new CancelRemittance.Command(Caller.member(KIM), requestId(ids.next()), new RemittanceId(id)));
    }

    static void refused(Problem problem, ThrowingCallable command) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(command)
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
