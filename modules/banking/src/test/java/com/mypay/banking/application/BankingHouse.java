package com.mypay.banking.application;

import static com.mypay.framework.value.Won.won;

import com.mypay.banking.adapter.out.persistence.BankingAudit;
import com.mypay.banking.adapter.out.persistence.JdbcCallPace;
import com.mypay.banking.adapter.out.persistence.JdbcDailyLimits;
import com.mypay.banking.adapter.out.persistence.JpaBankContracts;
import com.mypay.banking.adapter.out.persistence.JpaCorporateAccounts;
import com.mypay.banking.adapter.out.persistence.JpaFirmbankings;
import com.mypay.banking.adapter.out.persistence.JpaPayeeAccounts;
import com.mypay.banking.adapter.out.persistence.JpaRegisteredBankAccounts;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.BankContracts;
import com.mypay.banking.domain.CallPace;
import com.mypay.banking.domain.ContractTerms;
import com.mypay.banking.domain.CorporateAccounts;
import com.mypay.banking.domain.DailyLimits;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.Firmbankings;
import com.mypay.banking.domain.Party;
import com.mypay.banking.domain.PayeeAccounts;
import com.mypay.banking.domain.Purpose;
import com.mypay.banking.domain.RegisteredBankAccounts;
import com.mypay.banking.fake.FakeBank;
import com.mypay.banking.fake.FakeMembers;
import com.mypay.banking.fake.InMemoryBankContracts;
import com.mypay.banking.fake.InMemoryCallPace;
import com.mypay.banking.fake.InMemoryCorporateAccounts;
import com.mypay.banking.fake.InMemoryDailyLimits;
import com.mypay.banking.fake.InMemoryFirmbankings;
import com.mypay.banking.fake.InMemoryPayeeAccounts;
import com.mypay.banking.fake.InMemoryRegisteredBankAccounts;
import com.mypay.framework.context.Caller;
import com.mypay.framework.json.Json;
import com.mypay.framework.messaging.JdbcOutbox;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.messaging.RelaySignal;
import com.mypay.framework.request.JdbcRequests;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.database.TestPersistence;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.frameworktest.fake.InMemoryOutbox;
import com.mypay.frameworktest.fake.InMemoryRequests;
import com.mypay.frameworktest.fake.MutableClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All of banking's use cases put together, in memory or on a database. */
public final class BankingHouse {

    public static final Caller MONEY = Caller.service("money");
    public static final Caller REMITTANCE = Caller.service("remittance");
    public static final Caller KIM = Caller.staff("kim", "operator");
    public static final MemberId MEMBER = MemberId.memberId(1001);
    public static final BankCode SHINHAN = BankCode.bankCode("088");
    public static final BankCode WOORI = BankCode.bankCode("020");
    public static final BankAccountNumber CORPORATE = BankAccountNumber.account("020", "100-200-300400");
    public static final BankAccountNumber OF_MEMBER = BankAccountNumber.account("088", "110-123-456789");
    public static final String HOLDER = "김마이";
    public static final LocalDate TODAY = LocalDate.parse("2011-12-05");
    public static final int MAX_RESENDS = 2;

    public final MutableClock clock = MutableClock.inSeoul("2011-12-05T12:00");
    public final MutableClock realTime = MutableClock.inSeoul("2026-01-02T03:04");
    public final Transactions transactions;
    public final Firmbankings firmbankings;
    public final RegisteredBankAccounts accounts;
    public final BankContracts contracts;
    public final CorporateAccounts corporateAccounts;
    public final PayeeAccounts payeeAccounts;
    public final DailyLimits dailyLimits;
    public final CallPace callPace;
    public final FakeBank bank;
    public final FakeMembers members;
    public final List<Firmbanking> figures = new CopyOnWriteArrayList<>();

    public final RequestFirmbanking requestFirmbanking;
    public final TakeFirmbankingOrder takeFirmbankingOrder;
    public final AskOpenFirmbankings askOpenFirmbankings;
    public final SendWaitingFirmbankings sendWaitingFirmbankings;
    public final ResolveFirmbanking resolveFirmbanking;
    public final ConfirmPayeeAccount confirmPayeeAccount;
    public final RegisterBankAccount registerBankAccount;
    public final VerifyBankAccount verifyBankAccount;
    public final RegisterBankContract registerBankContract;
    public final ModifyBankContract modifyBankContract;
    public final RegisterCorporateAccount registerCorporateAccount;
    public final FindFirmbankings findFirmbankings;
    public final FindBankAccounts findBankAccounts;
    public final FindBankContracts findBankContracts;

    final OpenFirmbanking open;
    final ExecuteFirmbanking execute;

    private final Supplier<List<FirmbankingResult>> results;
    private final AtomicLong requestNumbers = new AtomicLong();

    public static BankingHouse inMemory() {
        return new BankingHouse(new FakeTransactions());
    }

    public static BankingHouse on(TestDatabase database) {
        return new BankingHouse(database, database.persistence("banking"));
    }

    private BankingHouse(FakeTransactions transactions) {
        this.transactions = transactions;
        InMemoryFirmbankings inMemoryFirmbankings = new InMemoryFirmbankings();
        InMemoryRegisteredBankAccounts inMemoryAccounts = new InMemoryRegisteredBankAccounts();
        InMemoryBankContracts inMemoryContracts = new InMemoryBankContracts();
        InMemoryCorporateAccounts inMemoryCorporate = new InMemoryCorporateAccounts();
        InMemoryPayeeAccounts inMemoryPayees = new InMemoryPayeeAccounts();
        InMemoryDailyLimits inMemoryLimits = new InMemoryDailyLimits();
        InMemoryCallPace inMemoryPace = new InMemoryCallPace();
        InMemoryRequests requests = new InMemoryRequests(clock);
        InMemoryOutbox outbox = new InMemoryOutbox();
        List.of(
                        inMemoryFirmbankings,
                        inMemoryAccounts,
                        inMemoryContracts,
                        inMemoryCorporate,
                        inMemoryPayees,
                        inMemoryLimits,
                        inMemoryPace,
                        requests,
                        outbox)
                .forEach(transactions::join);
        firmbankings = inMemoryFirmbankings;
        accounts = inMemoryAccounts;
        contracts = inMemoryContracts;
        corporateAccounts = inMemoryCorporate;
        payeeAccounts = inMemoryPayees;
        dailyLimits = inMemoryLimits;
        callPace = inMemoryPace;
        bank = new FakeBank(() -> transactions.refuseWhileOpen("the bank"));
        members = new FakeMembers(() -> transactions.refuseWhileOpen("membership"));
        results = () -> outbox.bodies(FirmbankingResult.TYPE, FirmbankingResult.class);
        UseCases built = build(requests, outbox, new CountingIds());
        open = built.open;
        execute = built.execute;
        requestFirmbanking = built.request;
        takeFirmbankingOrder = built.take;
        askOpenFirmbankings = built.ask;
        sendWaitingFirmbankings = built.sendWaiting;
        resolveFirmbanking = built.resolve;
        confirmPayeeAccount = built.confirmPayee;
        registerBankAccount = built.register;
        verifyBankAccount = built.verify;
        registerBankContract = built.registerContract;
        modifyBankContract = built.modifyContract;
        registerCorporateAccount = built.registerCorporate;
        findFirmbankings = new FindFirmbankings(firmbankings, this.transactions);
        findBankAccounts = new FindBankAccounts(accounts, corporateAccounts, bank, built.terms, this.transactions);
        findBankContracts = new FindBankContracts(contracts, built.terms, this.transactions, clock);
    }

    private BankingHouse(TestDatabase database, TestPersistence persistence) {
        transactions = persistence.transactions();
        firmbankings = new JpaFirmbankings(persistence.entityManager(), database.jdbc());
        accounts = new JpaRegisteredBankAccounts(persistence.entityManager());
        contracts = new JpaBankContracts(persistence.entityManager());
        corporateAccounts = new JpaCorporateAccounts(persistence.entityManager());
        payeeAccounts = new JpaPayeeAccounts(persistence.entityManager());
        dailyLimits = new JdbcDailyLimits(database.jdbc());
        callPace = new JdbcCallPace(database.jdbc());
        // That nobody holds a connection while the bank thinks is proved in memory
        bank = new FakeBank(() -> {});
        members = new FakeMembers(() -> {});
        Outbox outbox = new JdbcOutbox(database.jdbc(), clock, transactions, new RelaySignal());
        results = () -> database.jdbc()
                .query(
                        "SELECT PAYLOAD FROM QUEUE_LOG WHERE DIRECTION = 'OUT' ORDER BY SEQUENCE_NO",
                        row -> Json.read(row.getString("PAYLOAD"), FirmbankingResult.class));
        UseCases built = build(new JdbcRequests(database.jdbc(), clock), outbox, new CountingIds());
        open = built.open;
        execute = built.execute;
        requestFirmbanking = built.request;
        takeFirmbankingOrder = built.take;
        askOpenFirmbankings = built.ask;
        sendWaitingFirmbankings = built.sendWaiting;
        resolveFirmbanking = built.resolve;
        confirmPayeeAccount = built.confirmPayee;
        registerBankAccount = built.register;
        verifyBankAccount = built.verify;
        registerBankContract = built.registerContract;
        modifyBankContract = built.modifyContract;
        registerCorporateAccount = built.registerCorporate;
        findFirmbankings = new FindFirmbankings(firmbankings, transactions);
        findBankAccounts = new FindBankAccounts(accounts, corporateAccounts, bank, built.terms, transactions);
        findBankContracts = new FindBankContracts(contracts, built.terms, transactions, clock);
    }

    private record UseCases(
            BankTerms terms,
            OpenFirmbanking open,
            ExecuteFirmbanking execute,
            RequestFirmbanking request,
            TakeFirmbankingOrder take,
            AskOpenFirmbankings ask,
            SendWaitingFirmbankings sendWaiting,
            ResolveFirmbanking resolve,
            ConfirmPayeeAccount confirmPayee,
            RegisterBankAccount register,
            VerifyBankAccount verify,
            RegisterBankContract registerContract,
            ModifyBankContract modifyContract,
            RegisterCorporateAccount registerCorporate) {}

    private UseCases build(Requests requests, Outbox outbox, Ids ids) {
        InquiryPace pace = new InquiryPace(realTime, 1_000, 60_000, 15_000, 3_000, MAX_RESENDS, 3_600_000);
        BankTerms terms = new BankTerms(contracts, corporateAccounts, transactions, clock, realTime);
        BankGate gate = new BankGate(terms, callPace, pace);
        OpenFirmbanking opening =
                new OpenFirmbanking(firmbankings, accounts, payeeAccounts, dailyLimits, terms, gate, pace, clock, ids);
        ExecuteFirmbanking executing = new ExecuteFirmbanking(
                firmbankings, dailyLimits, bank, outbox, transactions, pace, figures::add, clock, ids);
        return new UseCases(
                terms,
                opening,
                executing,
                new RequestFirmbanking(opening, executing, transactions),
                new TakeFirmbankingOrder(opening, executing, transactions),
                new AskOpenFirmbankings(firmbankings, executing, bank, terms, transactions, pace, clock),
                new SendWaitingFirmbankings(firmbankings, gate, dailyLimits, executing, transactions, pace, clock),
                new ResolveFirmbanking(firmbankings, executing, transactions, pace),
                new ConfirmPayeeAccount(payeeAccounts, bank, terms, requests, transactions, clock, ids),
                new RegisterBankAccount(members, bank, terms, accounts, requests, transactions, clock, ids),
                new VerifyBankAccount(accounts, requests, transactions, clock),
                new RegisterBankContract(contracts, terms, requests, transactions, clock),
                new ModifyBankContract(contracts, terms, requests, transactions, clock, firmbankings, realTime),
                new RegisterCorporateAccount(
                        corporateAccounts, contracts, bank, terms, requests, transactions, clock, ids));
    }

    /** Contracts with two banks, the corporate account at one, a member's verified account at the other. */
    public BankingHouse furnished() {
        contract(SHINHAN, terms());
        contract(WOORI, terms());
        bank.has(CORPORATE, "마이페이(주)");
        registerCorporateAccount.register(new RegisterCorporateAccount.Command(KIM, nextRequestId(), CORPORATE, true));
        linkedAccount(MEMBER, OF_MEMBER);
        return this;
    }

    public void contract(BankCode code, ContractTerms terms) {
        registerBankContract.register(new RegisterBankContract.Command(KIM, nextRequestId(), code, terms));
    }

    public void modify(BankCode code, ContractTerms terms) {
        modifyBankContract.modify(new ModifyBankContract.Command(KIM, nextRequestId(), code, terms));
    }

    public void linkedAccount(MemberId member, BankAccountNumber account) {
        members.has(member, true);
        bank.has(account, HOLDER);
        register(member, account);
        verifyBankAccount.verify(
                new VerifyBankAccount.Command(Caller.member(member), nextRequestId(), member, lastCode()));
    }

    public RegisterBankAccount.Answer register(MemberId member, BankAccountNumber account) {
        return registerBankAccount.register(
                new RegisterBankAccount.Command(Caller.member(member), nextRequestId(), member, account, HOLDER));
    }

    /** What the member reads in the latest deposit's memo. */
    public String lastCode() {
        String memo = bank.memos().get(bank.memos().size() - 1);
        return memo.substring(memo.length() - 4);
    }

    /** 400 won a call, 1,000,000 in one transfer, 3,000,000 a day, for everything. */
    public static ContractTerms terms() {
        return new ContractTerms(
                "은행",
                LocalDate.parse("2011-01-01"),
                LocalDate.parse("2011-12-31"),
                won(400),
                won(1_000_000),
                won(3_000_000),
                null,
                Set.of(Purpose.values()));
    }

    public RequestId nextRequestId() {
        return new RequestId("request-" + requestNumbers.incrementAndGet());
    }

    /** A remittance to an account that was confirmed before. */
    public FirmbankingOrder remittance(String payeeAccountId, long amountWon) {
        return remittance(nextRequestId(), payeeAccountId, amountWon);
    }

    public static FirmbankingOrder remittance(RequestId id, String payeeAccountId, long amountWon) {
        return new FirmbankingOrder(
                "remittance",
                id,
                "remittance.firmbanking-results",
                Party.corporate(),
                Party.payee(payeeAccountId),
                won(amountWon),
                Purpose.REMITTANCE,
                "송금");
    }

    /** As remittance has it confirmed. @return its id */
    public String payee(BankAccountNumber account, String holderName) {
        bank.has(account, holderName);
        return confirm(nextRequestId(), account).payeeAccountId();
    }

    public ConfirmPayeeAccount.Answer confirm(RequestId id, BankAccountNumber account) {
        return confirmPayeeAccount.confirm(new ConfirmPayeeAccount.Command(REMITTANCE, id, account));
    }

    public FirmbankingOrder charge(long amountWon) {
        return order(nextRequestId(), Purpose.TOP_UP, amountWon, null);
    }

    /** As by message. */
    public FirmbankingOrder chargeByMessage(long amountWon) {
        return order(nextRequestId(), Purpose.CHARGE, amountWon, "money.firmbanking-results");
    }

    /** As settlement has it made, by message. */
    public FirmbankingOrder payout(long amountWon) {
        return order(nextRequestId(), Purpose.PAYOUT, amountWon, "settlement.firmbanking-results");
    }

    public static FirmbankingOrder order(RequestId id, Purpose purpose, long amountWon, @Nullable String replyTo) {
        Party member = Party.member(MEMBER);
        boolean out = purpose.isPaidByCorporateAccount();
        return new FirmbankingOrder(
                "money",
                id,
                replyTo,
                out ? Party.corporate() : member,
                out ? member : Party.corporate(),
                won(amountWon),
                purpose,
                "충전");
    }

    /** What money has heard by message so far. */
    public List<FirmbankingResult> results() {
        return transactions.inTransaction(results);
    }

    public Firmbanking reread(Firmbanking firmbanking) {
        return transactions.inTransaction(
                () -> firmbankings.find(firmbanking.id()).orElseThrow());
    }

    public List<String> steps(Firmbanking firmbanking) {
        return transactions.inTransaction(() -> firmbankings.history(firmbanking.id()).stream()
                .map(step -> step.fromStatus() + ">" + step.toStatus())
                .toList());
    }

    /** Lets real time pass and the inquiries run, once a second. */
    public void seconds(int howMany) {
        for (int i = 0; i < howMany; i++) {
            realTime.advance(java.time.Duration.ofSeconds(1));
            askOpenFirmbankings.ask();
            sendWaiting();
        }
    }

    /** Sends what has waited long enough, one after another. */
    public void sendWaiting() {
        sendWaitingFirmbankings.send(sendings -> sendings.forEach(Runnable::run));
    }

    public BankingAudit audit(TestDatabase database) {
        return new BankingAudit(database.jdbc(), transactions, realTime);
    }
}
