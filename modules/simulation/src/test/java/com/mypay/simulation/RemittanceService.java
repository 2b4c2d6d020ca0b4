package com.mypay.simulation;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.fake.InMemoryRequests;
import com.mypay.remittance.RemittanceHouse;
import com.mypay.remittance.adapter.in.messaging.FirmbankingResultsConsumer;
import com.mypay.remittance.adapter.in.messaging.MoneyRepliesConsumer;
import com.mypay.remittance.application.AskAgain;
import com.mypay.remittance.application.ConfirmationLimit;
import com.mypay.remittance.application.ForgetConfirmations;
import com.mypay.remittance.application.RunStandingRemittances;
import com.mypay.remittance.application.WorkListLimit;
import com.mypay.remittance.application.port.Banking;
import com.mypay.remittance.application.port.Figures;
import com.mypay.remittance.application.port.Memberships;
import com.mypay.remittance.domain.Confirmations;
import com.mypay.remittance.domain.Limits;
import com.mypay.remittance.domain.Partner;
import com.mypay.remittance.domain.PartnerKind;
import com.mypay.remittance.domain.PartnerStatus;
import com.mypay.remittance.domain.Partners;
import com.mypay.remittance.domain.RemittanceFees;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Resolutions;
import com.mypay.remittance.domain.Senders;
import com.mypay.remittance.domain.StandingRemittances;
import com.mypay.remittance.fake.CountedFigures;
import com.mypay.remittance.fake.InMemoryTables;
import com.mypay.simulation.kernel.Beans;
import com.mypay.simulation.kernel.Broker;
import com.mypay.simulation.kernel.Server;
import com.mypay.simulation.kernel.Service;
import com.mypay.simulation.kernel.World;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remittance on its in-memory repositories. */
final class RemittanceService extends Service {

    /** Shorter than in production, so that staff has something to do before the faults stop. */
    private static final Duration WORK_LIST_AFTER = Duration.ofSeconds(45);

    private static final int ASKS_AGAIN_EVERY_MILLIS = 5_000;
    private static final int RUNS_STANDING_EVERY_MILLIS = 10_000;
    private static final int FORGETS_EVERY_MILLIS = 3_600_000;

    private final InMemoryTables tables = database().with(new InMemoryTables());
    private final InMemoryRequests requests =
            database().with(new InMemoryRequests(world().scheduler().clock()));
    private final CountedFigures figures = new CountedFigures();
    private final Map<MemberId, Memberships.Member> members = new HashMap<>();
    private final BankingService banking;

    RemittanceService(World world, Broker broker, BankingService banking) {
        super(world, broker, "remittance");
        this.banking = banking;
        Consumers.attach(broker, this, MoneyRepliesConsumer.class);
        Consumers.attach(broker, this, FirmbankingResultsConsumer.class);
    }

    /** @param told whether membership's event has arrived before the run; otherwise membership is asked */
    void open(MemberId id, boolean told) {
        Partner partner = new Partner(id, PartnerKind.PERSONAL, PartnerStatus.ACTIVE, 1);
        members.put(id, new Memberships.Member(partner, "member " + id));
        if (told) {
            tables.partners().follow(partner);
        }
    }

    /** As membership answers from now on. */
    void changed(Partner partner) {
        members.computeIfPresent(partner.id(), (id, known) -> new Memberships.Member(partner, known.name()));
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
                .provide(Remittances.class, tables.remittances())
                .provide(Senders.class, tables.senders())
                .provide(Confirmations.class, tables.confirmations())
                .provide(Partners.class, tables.partners())
                .provide(RemittanceFees.class, tables.fees())
                .provide(StandingRemittances.class, tables.standings())
                .provide(Resolutions.class, tables.resolutions())
                .provide(Limits.ByLevel.class, RemittanceHouse.LIMITS)
                .provide(ConfirmationLimit.class, RemittanceHouse.CONFIRMATIONS)
                .provide(WorkListLimit.class, new WorkListLimit(WORK_LIST_AFTER))
                .provide(Figures.class, figures)
                .provide(Memberships.class, id -> find(server, id))
                .provide(Banking.class, new BankingForRemittance(server, banking));
    }

    private Optional<Memberships.Member> find(Server.Life server, MemberId id) {
        return server.ask("membership", () -> Optional.ofNullable(members.get(id)));
    }

    @Override
    protected void startChores(Server.Life server) {
        Beans beans = server.beans();
        repeat(
                server,
                new Chore(
                        "ask again",
                        ASKS_AGAIN_EVERY_MILLIS,
                        () -> !tables.remittances()
                                .due(world().scheduler().now(), 1)
                                .isEmpty(),
                        beans.get(AskAgain.class)::ask));
        repeat(
                server,
                new Chore(
                        "run standing remittances",
                        RUNS_STANDING_EVERY_MILLIS,
                        this::isStandingDue,
                        beans.get(RunStandingRemittances.class)::run));
        repeat(
                server,
                new Chore(
                        "forget confirmations",
                        FORGETS_EVERY_MILLIS,
                        () -> true,
                        beans.get(ForgetConfirmations.class)::forget));
    }

    private boolean isStandingDue() {
        LocalDate today = BusinessClock.businessDate(world().scheduler().now());
        return !tables.standings().due(today, "", 1).isEmpty();
    }

    InMemoryTables tables() {
        return tables;
    }

    /** How often something happened that is worth a count. */
    CountedFigures figures() {
        return figures;
    }

    boolean isIdle() {
        return tables.remittances().all().stream()
                .noneMatch(remittance -> remittance.status().isOpen());
    }
}
