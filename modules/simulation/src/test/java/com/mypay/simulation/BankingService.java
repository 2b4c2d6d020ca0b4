package com.mypay.simulation;

import com.mypay.banking.adapter.in.messaging.FirmbankingRequestedConsumer;
import com.mypay.banking.application.AskOpenFirmbankings;
import com.mypay.banking.application.SendWaitingFirmbankings;
import com.mypay.banking.application.port.Bank;
import com.mypay.banking.application.port.Figures;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.BankContracts;
import com.mypay.banking.domain.CallPace;
import com.mypay.banking.domain.ContractTerms;
import com.mypay.banking.domain.CorporateAccount;
import com.mypay.banking.domain.CorporateAccounts;
import com.mypay.banking.domain.DailyLimits;
import com.mypay.banking.domain.Firmbankings;
import com.mypay.banking.domain.MaintenanceWindow;
import com.mypay.banking.domain.PayeeAccounts;
import com.mypay.banking.domain.Purpose;
import com.mypay.banking.domain.RegisteredBankAccount;
import com.mypay.banking.domain.RegisteredBankAccounts;
import com.mypay.banking.fake.InMemoryBankContracts;
import com.mypay.banking.fake.InMemoryCallPace;
import com.mypay.banking.fake.InMemoryCorporateAccounts;
import com.mypay.banking.fake.InMemoryDailyLimits;
import com.mypay.banking.fake.InMemoryFirmbankings;
import com.mypay.banking.fake.InMemoryPayeeAccounts;
import com.mypay.banking.fake.InMemoryRegisteredBankAccounts;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.fake.InMemoryRequests;
import com.mypay.simulation.kernel.Beans;
import com.mypay.simulation.kernel.Broker;
import com.mypay.simulation.kernel.Server;
import com.mypay.simulation.kernel.Service;
import com.mypay.simulation.kernel.World;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** Banking on its in-memory repositories. */
final class BankingService extends Service {

    static final BankAccountNumber CORPORATE = BankAccountNumber.account("020", "100-200-300400");

    static final List<BankCode> BANKS = List.of(BankCode.bankCode("020"), BankCode.bankCode("088"));

    private static final String CODE = "1234";
    private static final int ASKS_EVERY_MILLIS = 2_000;
    private static final int SENDS_EVERY_MILLIS = 200;

    /** So few that charges have to wait for their turn. */
    private static final int CALLS_PER_SECOND = 1;

    private static final int NARROW = 200;
    private static final int MAINTAINED = 200;
    private static final int MAINTAINED_WITHIN_SECONDS = 180;
    private static final int MAINTAINED_FOR_SECONDS = 600;

    private final InMemoryFirmbankings firmbankings = database().with(new InMemoryFirmbankings());
    private final InMemoryRegisteredBankAccounts accounts = database().with(new InMemoryRegisteredBankAccounts());
    private final InMemoryBankContracts contracts = database().with(new InMemoryBankContracts());
    private final InMemoryCorporateAccounts corporateAccounts = database().with(new InMemoryCorporateAccounts());
    private final InMemoryPayeeAccounts payeeAccounts = database().with(new InMemoryPayeeAccounts());
    private final InMemoryDailyLimits dailyLimits = database().with(new InMemoryDailyLimits());
    private final InMemoryCallPace callPace = database().with(new InMemoryCallPace());
    private final InMemoryRequests requests =
            database().with(new InMemoryRequests(world().scheduler().clock()));
    private final Banks banks;

    BankingService(World world, Broker broker, Banks banks) {
        super(world, broker, "banking");
        this.banks = banks;
        Consumers.attach(broker, this, FirmbankingRequestedConsumer.class);
        furnish();
    }

    private void furnish() {
        Instant now = world().scheduler().now();
        BANKS.forEach(bank -> contracts.add(BankContract.registered(bank, terms())));
        CorporateAccount account = CorporateAccount.registered(
                CORPORATE,
                "MyPay",
                new CorporateAccount.Registration(world().ids().next(), "kim", now, "guid"));
        account.makePrimary();
        corporateAccounts.add(account);
    }

    /** Of some, little fits into a transfer and into a day; some are in maintenance while the run lasts. */
    private ContractTerms terms() {
        boolean narrow = world().dice().happens(NARROW);
        boolean maintained = world().dice().happens(MAINTAINED);
        return new ContractTerms(
                "bank",
                LocalDate.parse("2011-01-01"),
                LocalDate.parse("2012-12-31"),
                Won.won(400),
                Won.won(narrow ? 50_000 : 1_000_000),
                Won.won(narrow ? 120_000 : 3_000_000),
                maintained ? maintenance() : null,
                Set.of(Purpose.values()),
                CALLS_PER_SECOND);
    }

    private MaintenanceWindow maintenance() {
        LocalTime begun = LocalTime.ofInstant(now(), BusinessClock.SEOUL);
        LocalTime from = begun.plusSeconds(world().dice().between(0, MAINTAINED_WITHIN_SECONDS));
        return new MaintenanceWindow(from, from.plusSeconds(world().dice().between(1, MAINTAINED_FOR_SECONDS)));
    }

    /** A member's account, as if it had been verified before the run. */
    void link(MemberId member, BankAccountNumber account) {
        Instant now = world().scheduler().now();
        LocalDate today = BusinessClock.businessDate(now);
        RegisteredBankAccount.Change change = new RegisteredBankAccount.Change("member", now, "guid");
        RegisteredBankAccount linked = RegisteredBankAccount.registered(
                new RegisteredBankAccount.Registration(world().ids().next(), member, account, "holder", CODE, today),
                change);
        linked.verify(CODE, today, change);
        accounts.add(linked);
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
                .provide(Firmbankings.class, firmbankings)
                .provide(RegisteredBankAccounts.class, accounts)
                .provide(BankContracts.class, contracts)
                .provide(CorporateAccounts.class, corporateAccounts)
                .provide(DailyLimits.class, dailyLimits)
                .provide(CallPace.class, callPace)
                .provide(PayeeAccounts.class, payeeAccounts)
                .provide(Bank.class, banks.lineOf(server))
                .provide(Figures.class, firmbanking -> {});
    }

    @Override
    protected void startChores(Server.Life server) {
        AskOpenFirmbankings ask = server.beans().get(AskOpenFirmbankings.class);
        repeat(
                server,
                new Chore(
                        "ask open firmbankings",
                        ASKS_EVERY_MILLIS,
                        () -> !firmbankings.due(now(), 1).isEmpty(),
                        ask::ask));
        SendWaitingFirmbankings send = server.beans().get(SendWaitingFirmbankings.class);
        repeat(
                server,
                new Chore(
                        "send waiting firmbankings",
                        SENDS_EVERY_MILLIS,
                        () -> !firmbankings.waitingUntil(now(), 1).isEmpty(),
                        () -> send.send(sendings -> sendings.forEach(Runnable::run))));
    }

    private Instant now() {
        return world().scheduler().now();
    }

    InMemoryFirmbankings firmbankings() {
        return firmbankings;
    }

    DailyLimits dailyLimits() {
        return dailyLimits;
    }

    boolean isIdle() {
        return firmbankings.all().stream()
                .allMatch(firmbanking -> firmbanking.status().isFinal());
    }
}
