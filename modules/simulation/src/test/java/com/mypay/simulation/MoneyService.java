package com.mypay.simulation;

import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.fake.InMemoryRequests;
import com.mypay.money.adapter.in.messaging.FirmbankingResultsConsumer;
import com.mypay.money.adapter.in.messaging.RemittanceCommandsConsumer;
import com.mypay.money.application.AskOpenCharges;
import com.mypay.money.application.port.Banking;
import com.mypay.money.application.port.Memberships;
import com.mypay.money.domain.Charges;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.HoldStatus;
import com.mypay.money.domain.Holds;
import com.mypay.money.domain.MemberKind;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberProfiles;
import com.mypay.money.domain.MemberStatus;
import com.mypay.money.domain.Occasion;
import com.mypay.money.domain.TopUpPolicy;
import com.mypay.money.fake.InMemoryCharges;
import com.mypay.money.fake.InMemoryEntries;
import com.mypay.money.fake.InMemoryHolds;
import com.mypay.money.fake.InMemoryMemberMoneys;
import com.mypay.money.fake.InMemoryMemberProfiles;
import com.mypay.simulation.kernel.Beans;
import com.mypay.simulation.kernel.Broker;
import com.mypay.simulation.kernel.Server;
import com.mypay.simulation.kernel.Service;
import com.mypay.simulation.kernel.World;
import java.time.Clock;
import java.util.Optional;

/** Money on its in-memory repositories. */
final class MoneyService extends Service {

    private static final int ASKS_EVERY_MILLIS = 10_000;

    private final InMemoryMemberProfiles profiles = database().with(new InMemoryMemberProfiles());
    private final InMemoryMemberMoneys memberMoneys = database().with(new InMemoryMemberMoneys(profiles));
    private final InMemoryEntries entries = database().with(new InMemoryEntries());
    private final InMemoryCharges charges = database().with(new InMemoryCharges());
    private final InMemoryHolds holds = database().with(new InMemoryHolds());
    private final InMemoryRequests requests =
            database().with(new InMemoryRequests(world().scheduler().clock()));
    private final BankingService banking;

    MoneyService(World world, Broker broker, BankingService banking) {
        super(world, broker, "money");
        this.banking = banking;
        Consumers.attach(broker, this, FirmbankingResultsConsumer.class);
        Consumers.attach(broker, this, RemittanceCommandsConsumer.class);
    }

    /** A member whose event has arrived before the run. */
    void open(MemberId member, Won balance) {
        MemberProfile.News news = new MemberProfile.News(
                member,
                MemberKind.PERSONAL,
                MemberStatus.ACTIVE,
                "서울특별시",
                "강남구",
                1,
                world().scheduler().now());
        profiles.add(MemberProfile.learned(news));
        memberMoneys.open(
                MemberMoney.opened(member),
                new Occasion("guid", world().scheduler().now()));
    }

    @Override
    protected void provide(Beans beans, Server.Life server) {
        Clock clock = world().scheduler().clock();
        beans.realTime(clock)
                .provide(Clock.class, clock)
                .provide(Ids.class, world().ids())
                .provide(Transactions.class, server.transactions())
                .provide(Outbox.class, queueLog())
                .provide(Requests.class, requests)
                .provide(MemberProfiles.class, profiles)
                .provide(MemberMoneys.class, memberMoneys)
                .provide(Entries.class, entries)
                .provide(Charges.class, charges)
                .provide(Holds.class, holds)
                .provide(TopUpPolicy.class, new TopUpPolicy(Won.won(10_000), Won.won(10_000)))
                .provide(Memberships.class, member -> Optional.empty())
                .provide(Banking.class, new BankingForMoney(server, banking));
    }

    @Override
    protected void startChores(Server.Life server) {
        AskOpenCharges ask = server.beans().get(AskOpenCharges.class);
        repeat(
                server,
                new Chore(
                        "ask open charges",
                        ASKS_EVERY_MILLIS,
                        () -> !charges.toAsk(world().scheduler().now(), 1).isEmpty(),
                        ask::ask));
    }

    InMemoryMemberMoneys memberMoneys() {
        return memberMoneys;
    }

    InMemoryEntries entries() {
        return entries;
    }

    InMemoryCharges charges() {
        return charges;
    }

    InMemoryHolds holds() {
        return holds;
    }

    boolean isIdle() {
        return charges.all().stream().noneMatch(charge -> charge.status().isOpen())
                && holds.all().stream().noneMatch(hold -> hold.status() == HoldStatus.HELD);
    }
}
