package com.mypay.money;

import static com.mypay.framework.value.RequestId.requestId;
import static com.mypay.framework.value.Won.won;

import com.mypay.framework.context.Caller;
import com.mypay.framework.json.Json;
import com.mypay.framework.messaging.JdbcOutbox;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.messaging.RelaySignal;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.request.JdbcRequests;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.database.TestPersistence;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.frameworktest.fake.InMemoryOutbox;
import com.mypay.frameworktest.fake.InMemoryRequests;
import com.mypay.frameworktest.fake.MutableClock;
import com.mypay.money.adapter.out.persistence.JdbcEntries;
import com.mypay.money.adapter.out.persistence.JdbcMemberMoneys;
import com.mypay.money.adapter.out.persistence.JpaCharges;
import com.mypay.money.adapter.out.persistence.JpaHolds;
import com.mypay.money.adapter.out.persistence.JpaMemberProfiles;
import com.mypay.money.adapter.out.persistence.LedgerMeter;
import com.mypay.money.application.AnswerRemittance;
import com.mypay.money.application.AskOpenCharges;
import com.mypay.money.application.BookCommission;
import com.mypay.money.application.BookPayout;
import com.mypay.money.application.CaptureMoney;
import com.mypay.money.application.ChargeMoney;
import com.mypay.money.application.CheckpointAccounts;
import com.mypay.money.application.DecreaseMoney;
import com.mypay.money.application.EndCharge;
import com.mypay.money.application.FindAccounts;
import com.mypay.money.application.FindCharges;
import com.mypay.money.application.FindMemberMoney;
import com.mypay.money.application.FindMoneyChangings;
import com.mypay.money.application.FollowMember;
import com.mypay.money.application.HoldMoney;
import com.mypay.money.application.IncreaseMoney;
import com.mypay.money.application.LockMoney;
import com.mypay.money.application.MoneyCommandAnswered;
import com.mypay.money.application.Occasions;
import com.mypay.money.application.OpenMoney;
import com.mypay.money.application.ReleaseMoney;
import com.mypay.money.application.TakeFirmbankingResult;
import com.mypay.money.application.TopUpIfShort;
import com.mypay.money.application.TopUpMoney;
import com.mypay.money.application.TransferMoney;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Charges;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.Holds;
import com.mypay.money.domain.MemberKind;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberProfiles;
import com.mypay.money.domain.MemberStatus;
import com.mypay.money.domain.TopUpPolicy;
import com.mypay.money.domain.TopUpRule;
import com.mypay.money.fake.FakeBanking;
import com.mypay.money.fake.FakeMemberships;
import com.mypay.money.fake.InMemoryCharges;
import com.mypay.money.fake.InMemoryEntries;
import com.mypay.money.fake.InMemoryHolds;
import com.mypay.money.fake.InMemoryMemberMoneys;
import com.mypay.money.fake.InMemoryMemberProfiles;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** All of money's use cases put together, in memory or on a database. */
public final class MoneyHouse {

    public static final Caller PAYMENT = Caller.service("payment");

    public final MutableClock clock = MutableClock.inSeoul("2011-12-05T12:00");
    public final Transactions transactions;
    public final Requests requests;
    public final MemberMoneys memberMoneys;
    public final Entries entries;
    public final Charges charges;
    public final Holds holds;
    public final MemberProfiles profiles;
    public final FakeBanking banking;
    public final FakeMemberships memberships;

    public final EndCharge endCharge;
    public final DecreaseMoney decreaseMoney;
    public final IncreaseMoney increaseMoney;
    public final TransferMoney transferMoney;
    public final HoldMoney holdMoney;
    public final CaptureMoney captureMoney;
    public final ReleaseMoney releaseMoney;
    public final TopUpMoney topUpMoney;
    public final ChargeMoney chargeMoney;
    public final TakeFirmbankingResult takeFirmbankingResult;
    public final AskOpenCharges askOpenCharges;
    public final BookPayout bookPayout;
    public final BookCommission bookCommission;
    public final FollowMember followMember;
    public final CheckpointAccounts checkpointAccounts;
    public final FindCharges findCharges;
    public final FindMemberMoney findMemberMoney;
    public final FindMoneyChangings findMoneyChangings;
    public final FindAccounts findAccounts;

    private final Supplier<List<Sent>> sent;
    private final AtomicLong requestNumbers = new AtomicLong();

    /** A message that money has sent. */
    public record Sent(String id, String destination, String type, String payload) {}

    public static MoneyHouse inMemory() {
        FakeTransactions transactions = new FakeTransactions();
        return new MoneyHouse(transactions, new InMemoryParts(transactions), new CountingIds());
    }

    public static MoneyHouse on(TestDatabase database) {
        return on(database, new CountingIds());
    }

    public static MoneyHouse on(TestDatabase database, Ids ids) {
        TestPersistence persistence = database.persistence("money");
        return new MoneyHouse(persistence.transactions(), new StoredParts(database, persistence), ids);
    }

    /** What differs between the two. */
    private interface Parts {
        Requests requests(MutableClock clock);

        MemberProfiles profiles();

        MemberMoneys memberMoneys();

        Entries entries(Transactions transactions);

        Charges charges();

        Holds holds();

        Runnable refuseRemoteCallsInTransactions();

        Outbox outbox(MutableClock clock);

        /** In the order of sending. */
        List<Sent> sent();
    }

    private record InMemoryParts(
            FakeTransactions transactions,
            InMemoryMemberProfiles profiles,
            InMemoryMemberMoneys memberMoneys,
            InMemoryOutbox messages)
            implements Parts {

        InMemoryParts(FakeTransactions transactions) {
            this(transactions, new InMemoryMemberProfiles());
        }

        InMemoryParts(FakeTransactions transactions, InMemoryMemberProfiles profiles) {
            this(transactions, profiles, new InMemoryMemberMoneys(profiles), new InMemoryOutbox());
            transactions.join(profiles);
            transactions.join(memberMoneys);
            transactions.join(messages);
        }

        @Override
        public Requests requests(MutableClock clock) {
            InMemoryRequests requests = new InMemoryRequests(clock);
            transactions.join(requests);
            return requests;
        }

        @Override
        public Entries entries(Transactions all) {
            InMemoryEntries entries = new InMemoryEntries();
            transactions.join(entries);
            return entries;
        }

        @Override
        public Charges charges() {
            InMemoryCharges charges = new InMemoryCharges();
            transactions.join(charges);
            return charges;
        }

        @Override
        public Holds holds() {
            InMemoryHolds holds = new InMemoryHolds();
            transactions.join(holds);
            return holds;
        }

        @Override
        public Runnable refuseRemoteCallsInTransactions() {
            return () -> transactions.refuseWhileOpen("another system");
        }

        @Override
        public Outbox outbox(MutableClock clock) {
            return messages;
        }

        @Override
        public List<Sent> sent() {
            return messages.sent().stream()
                    .map(message ->
                            new Sent(message.id(), message.destination(), message.type(), Json.write(message.body())))
                    .toList();
        }
    }

    private record StoredParts(TestDatabase database, TestPersistence persistence) implements Parts {

        private Jdbc jdbc() {
            return database.jdbc();
        }

        @Override
        public Requests requests(MutableClock clock) {
            return new JdbcRequests(jdbc(), clock);
        }

        @Override
        public MemberProfiles profiles() {
            return new JpaMemberProfiles(persistence.entityManager());
        }

        @Override
        public MemberMoneys memberMoneys() {
            return new JdbcMemberMoneys(jdbc());
        }

        @Override
        public Entries entries(Transactions transactions) {
            return new JdbcEntries(jdbc(), transactions, new NoMeter());
        }

        @Override
        public Charges charges() {
            return new JpaCharges(persistence.entityManager());
        }

        @Override
        public Holds holds() {
            return new JpaHolds(persistence.entityManager());
        }

        /** Proved in memory. */
        @Override
        public Runnable refuseRemoteCallsInTransactions() {
            return () -> {};
        }

        @Override
        public Outbox outbox(MutableClock clock) {
            return new JdbcOutbox(jdbc(), clock, persistence.transactions(), new RelaySignal());
        }

        @Override
        public List<Sent> sent() {
            return jdbc().query(
                            "SELECT MESSAGE_ID, DESTINATION, MESSAGE_TYPE, PAYLOAD FROM QUEUE_LOG"
                                    + " WHERE DIRECTION = 'OUT' ORDER BY SEQUENCE_NO",
                            row -> new Sent(
                                    row.getString("MESSAGE_ID"),
                                    row.getString("DESTINATION"),
                                    row.getString("MESSAGE_TYPE"),
                                    row.getString("PAYLOAD")));
        }
    }

    private static final class NoMeter extends LedgerMeter {
        @Override
        public void booked(Entry entry) {}
    }

    private MoneyHouse(Transactions transactions, Parts parts, Ids ids) {
        this.transactions = transactions;
        requests = parts.requests(clock);
        profiles = parts.profiles();
        memberMoneys = parts.memberMoneys();
        entries = parts.entries(transactions);
        charges = parts.charges();
        holds = parts.holds();
        Outbox outbox = parts.outbox(clock);
        sent = parts::sent;
        banking = new FakeBanking(parts.refuseRemoteCallsInTransactions());
        memberships = new FakeMemberships(parts.refuseRemoteCallsInTransactions());
        Occasions occasions = new Occasions(clock);
        OpenMoney openMoney = new OpenMoney(memberships, profiles, memberMoneys, transactions, occasions);
        LockMoney lockMoney = new LockMoney(memberMoneys, occasions);
        AnswerRemittance answerRemittance = new AnswerRemittance(requests, outbox);
        TopUpPolicy policy = new TopUpPolicy(won(10_000), won(10_000));
        endCharge = new EndCharge(charges, memberMoneys, entries, ids, occasions, answerRemittance, clock);
        TopUpIfShort topUpIfShort = new TopUpIfShort(
                transactions,
                requests,
                openMoney,
                lockMoney,
                charges,
                banking,
                endCharge,
                policy,
                ids,
                clock,
                occasions);
        decreaseMoney = new DecreaseMoney(topUpIfShort, memberMoneys, entries, ids, occasions);
        increaseMoney =
                new IncreaseMoney(transactions, requests, openMoney, lockMoney, memberMoneys, entries, ids, occasions);
        transferMoney = new TransferMoney(answerRemittance, lockMoney, memberMoneys, entries, ids, occasions);
        holdMoney = new HoldMoney(answerRemittance, lockMoney, memberMoneys, holds, ids, occasions);
        captureMoney = new CaptureMoney(answerRemittance, holds, lockMoney, memberMoneys, entries, ids, occasions);
        releaseMoney = new ReleaseMoney(answerRemittance, holds, lockMoney, memberMoneys, occasions);
        topUpMoney =
                new TopUpMoney(answerRemittance, requests, lockMoney, charges, outbox, policy, ids, occasions, clock);
        chargeMoney =
                new ChargeMoney(transactions, requests, openMoney, profiles, charges, outbox, ids, occasions, clock);
        takeFirmbankingResult = new TakeFirmbankingResult(charges, endCharge);
        askOpenCharges = new AskOpenCharges(transactions, charges, banking, endCharge, clock);
        bookPayout = new BookPayout(entries, ids, occasions);
        bookCommission = new BookCommission(entries, ids, occasions);
        followMember = new FollowMember(profiles, memberMoneys, occasions);
        checkpointAccounts = new CheckpointAccounts(transactions, entries, ids, occasions);
        findCharges = new FindCharges(transactions, charges);
        findMemberMoney = new FindMemberMoney(transactions, openMoney, memberMoneys, banking);
        findMoneyChangings = new FindMoneyChangings(transactions, requests, openMoney, memberMoneys, entries);
        findAccounts = new FindAccounts(transactions, entries);
    }

    /** A member in good standing, whose event has arrived, with this much money. */
    public void member(MemberId member, long balanceWon) {
        transactions.inTransaction(() -> followMember.follow(news(member, 1, MemberStatus.ACTIVE)));
        if (balanceWon > 0) {
            String opening = "opening-" + member + "-" + requestNumbers.incrementAndGet();
            increaseMoney.increase(new IncreaseMoney.Command(
                    PAYMENT, requestId(opening), member, won(balanceWon), Cause.PAYMENT_CANCELLATION, opening));
        }
    }

    public static MemberProfile.News news(MemberId member, long version, MemberStatus status) {
        return new MemberProfile.News(
                member,
                MemberKind.PERSONAL,
                status,
                "서울특별시",
                "강남구",
                version,
                MutableClock.inSeoul("2011-12-05T09:00").instant());
    }

    public DecreaseMoney.Decreased pay(String request, MemberId member, long amountWon) {
        return decreaseMoney.decrease(payment(request, member, amountWon, TopUpRule.PAYMENT));
    }

    public static DecreaseMoney.Command payment(String request, MemberId member, long amountWon, TopUpRule topUp) {
        return new DecreaseMoney.Command(
                PAYMENT, requestId(request), member, won(amountWon), Cause.PAYMENT, "payment-" + request, topUp);
    }

    /** What money has sent so far, in the order of sending. */
    public List<Sent> sent() {
        return transactions.inTransaction(sent);
    }

    /** The messages of one contract. */
    public <B extends Record> List<B> bodies(String type, Class<B> contract) {
        return sent().stream()
                .filter(message -> message.type().equals(type))
                .map(message -> Json.read(message.payload(), contract))
                .toList();
    }

    /** What remittance has been answered so far. */
    public List<MoneyCommandAnswered> answers() {
        return bodies(MoneyCommandAnswered.TYPE, MoneyCommandAnswered.class);
    }

    /** A command of remittance's arrives: its use case runs in the message's transaction. */
    public void arrives(Runnable command) {
        transactions.inTransaction(command);
    }

    public MemberMoney moneyOf(MemberId member) {
        return transactions.inTransaction(() -> memberMoneys.find(member)).orElseThrow();
    }

    public Won balanceOf(MemberId member) {
        return moneyOf(member).balance();
    }
}
