package com.mypay.settlement;

import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.database.TestPersistence;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.frameworktest.fake.InMemoryOutbox;
import com.mypay.frameworktest.fake.MutableClock;
import com.mypay.settlement.adapter.out.persistence.JdbcCarryOvers;
import com.mypay.settlement.adapter.out.persistence.JdbcCertificates;
import com.mypay.settlement.adapter.out.persistence.JdbcHolidays;
import com.mypay.settlement.adapter.out.persistence.JdbcSettlements;
import com.mypay.settlement.adapter.out.persistence.JdbcSlips;
import com.mypay.settlement.adapter.out.persistence.JdbcStepCounts;
import com.mypay.settlement.adapter.out.persistence.JpaCycles;
import com.mypay.settlement.adapter.out.persistence.JpaFranchises;
import com.mypay.settlement.adapter.out.persistence.JpaPayouts;
import com.mypay.settlement.adapter.out.persistence.JpaSlipImports;
import com.mypay.settlement.application.CertifyCycle;
import com.mypay.settlement.application.CloseCycle;
import com.mypay.settlement.application.CloseImport;
import com.mypay.settlement.application.ExplainLine;
import com.mypay.settlement.application.FindCycles;
import com.mypay.settlement.application.FindImports;
import com.mypay.settlement.application.FindSettlementWork;
import com.mypay.settlement.application.FindSettlements;
import com.mypay.settlement.application.FreezeCycle;
import com.mypay.settlement.application.ImportSlips;
import com.mypay.settlement.application.OpenImport;
import com.mypay.settlement.application.PayOut;
import com.mypay.settlement.application.RecomputeCycle;
import com.mypay.settlement.application.SealCycle;
import com.mypay.settlement.application.SettleSlips;
import com.mypay.settlement.application.ShadowRun;
import com.mypay.settlement.application.StartPayouts;
import com.mypay.settlement.application.TakeInFranchise;
import com.mypay.settlement.application.TakeInPayoutResult;
import com.mypay.settlement.application.TakeInSlip;
import com.mypay.settlement.application.VerifyCertificates;
import com.mypay.settlement.application.WriteStatement;
import com.mypay.settlement.application.message.FirmbankingRequested;
import com.mypay.settlement.application.message.FirmbankingResult;
import com.mypay.settlement.application.message.FranchiseChanged;
import com.mypay.settlement.application.message.FranchiseChanged.Commission;
import com.mypay.settlement.application.message.FranchiseChanged.ReserveTerms;
import com.mypay.settlement.application.message.FranchiseChanged.Tier;
import com.mypay.settlement.application.message.SlipIssued;
import com.mypay.settlement.domain.CarryOvers;
import com.mypay.settlement.domain.Certificates;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.FranchiseRange;
import com.mypay.settlement.domain.Franchises;
import com.mypay.settlement.domain.Holidays;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.Payouts;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.SettlementLine;
import com.mypay.settlement.domain.SettlementPeriod;
import com.mypay.settlement.domain.Settlements;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipImports;
import com.mypay.settlement.domain.SlipKey;
import com.mypay.settlement.domain.SlipKind;
import com.mypay.settlement.domain.Slips;
import com.mypay.settlement.domain.StepCounts;
import com.mypay.settlement.fake.InMemoryRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All of settlement's use cases put together, in memory or on a database, and a job that drives them. */
public final class SettlementHouse {

    public static final LocalDate MONDAY = LocalDate.of(2011, 12, 5);
    private static final int CHUNK = 3;

    public final MutableClock clock = MutableClock.inSeoul("2011-12-30T02:00");
    public final InMemoryOutbox outbox = new InMemoryOutbox();
    public final Set<Long> runningJobs = new HashSet<>();
    public final Transactions transactions;
    public final Slips slips;
    public final Cycles cycles;
    public final Settlements settlements;
    public final CarryOvers carryOvers;
    public final Payouts payouts;
    public final Franchises franchises;
    public final StepCounts stepCounts;
    public final SlipImports slipImports;
    public final Certificates certificates;

    public final TakeInSlip takeInSlip;
    public final TakeInFranchise takeInFranchise;
    public final TakeInPayoutResult takeInPayoutResult;
    public final FreezeCycle freezeCycle;
    public final SettleSlips settleSlips;
    public final StartPayouts startPayouts;
    public final PayOut payOut;
    public final CertifyCycle certifyCycle;
    public final SealCycle sealCycle;
    public final CloseCycle closeCycle;
    public final VerifyCertificates verifyCertificates;
    public final RecomputeCycle recomputeCycle;
    public final ShadowRun shadowRun;
    public final FindCycles findCycles;
    public final FindSettlements findSettlements;
    public final ExplainLine explainLine;
    public final WriteStatement writeStatement;
    public final FindSettlementWork findWork;
    public final OpenImport openImport;
    public final ImportSlips importSlips;
    public final CloseImport closeImport;
    public final FindImports findImports;

    private long slipNumbers = 900_000;
    private long versions;

    public static SettlementHouse inMemory() {
        InMemoryRows rows = new InMemoryRows();
        FakeTransactions transactions = new FakeTransactions(rows);
        SettlementHouse house = new SettlementHouse(
                transactions,
                rows.holidays(),
                rows.slips(),
                rows.cycles(),
                rows.settlements(),
                rows.carryOvers(),
                rows.payouts(),
                rows.franchises(),
                rows.stepCounts(),
                rows.slipImports(),
                rows.certificates());
        transactions.join(house.outbox);
        return house;
    }

    public static SettlementHouse on(TestDatabase database) {
        TestPersistence persistence = database.persistence("settlement");
        return new SettlementHouse(
                persistence.transactions(),
                new JdbcHolidays(database.jdbc()),
                new JdbcSlips(database.jdbc()),
                new JpaCycles(persistence.entityManager(), database.jdbc()),
                new JdbcSettlements(database.jdbc()),
                new JdbcCarryOvers(database.jdbc()),
                new JpaPayouts(persistence.entityManager(), database.jdbc()),
                new JpaFranchises(persistence.entityManager()),
                new JdbcStepCounts(database.jdbc()),
                new JpaSlipImports(persistence.entityManager(), database.jdbc()),
                new JdbcCertificates(database.jdbc()));
    }

    private SettlementHouse(
            Transactions transactions,
            Holidays holidays,
            Slips slips,
            Cycles cycles,
            Settlements settlements,
            CarryOvers carryOvers,
            Payouts payouts,
            Franchises franchises,
            StepCounts stepCounts,
            SlipImports slipImports,
            Certificates certificates) {
        this.transactions = transactions;
        this.slips = slips;
        this.cycles = cycles;
        this.settlements = settlements;
        this.carryOvers = carryOvers;
        this.payouts = payouts;
        this.franchises = franchises;
        this.stepCounts = stepCounts;
        this.slipImports = slipImports;
        this.certificates = certificates;
        Ids ids = new CountingIds();
        takeInSlip = new TakeInSlip(slips, transactions, clock);
        takeInFranchise = new TakeInFranchise(franchises, transactions);
        takeInPayoutResult = new TakeInPayoutResult(payouts, carryOvers, cycles, outbox, transactions, clock);
        freezeCycle = new FreezeCycle(cycles, slips, settlements, carryOvers, franchises, transactions, ids, clock);
        settleSlips = new SettleSlips(settlements, stepCounts, transactions);
        startPayouts = new StartPayouts(cycles, settlements, transactions, clock);
        payOut = new PayOut(
                settlements, carryOvers, franchises, holidays, payouts, stepCounts, outbox, transactions, ids, clock);
        certifyCycle = new CertifyCycle(certificates, transactions);
        sealCycle = new SealCycle(cycles, settlements, stepCounts, certifyCycle, transactions);
        closeCycle = new CloseCycle(cycles, slips, sealCycle, certifyCycle, outbox, transactions, clock);
        verifyCertificates = new VerifyCertificates(certificates, cycles, transactions);
        shadowRun = new ShadowRun(cycles, slips, settlements, carryOvers, franchises, holidays, transactions);
        recomputeCycle = new RecomputeCycle(cycles, slips, settlements, carryOvers, payouts, transactions);
        findCycles = new FindCycles(cycles, slips, payouts, transactions);
        findSettlements = new FindSettlements(cycles, settlements, carryOvers, payouts, transactions);
        writeStatement = new WriteStatement(findSettlements, franchises, transactions);
        explainLine = new ExplainLine(settlements, payouts, carryOvers, transactions);
        findWork = new FindSettlementWork(slips, settlements, transactions);
        openImport = new OpenImport(slipImports, transactions, clock);
        importSlips = new ImportSlips(slipImports, transactions, clock);
        closeImport = new CloseImport(slipImports, transactions, clock);
        findImports = new FindImports(slipImports, transactions);
    }

    /** A payment at a franchise with a commission of 2.5 %, by member 1001. */
    public SlipIssued payment(long franchiseId, long amountWon, LocalDate date) {
        return slip(SlipKind.PAYMENT, franchiseId, amountWon, amountWon, date);
    }

    public SlipIssued cancellation(long franchiseId, long amountWon, long remainingBeforeWon, LocalDate date) {
        return slip(SlipKind.CANCELLATION, franchiseId, amountWon, remainingBeforeWon, date);
    }

    private SlipIssued slip(SlipKind kind, long franchiseId, long amountWon, long before, LocalDate date) {
        Instant approvedAt = date.atTime(3, 0).toInstant(java.time.ZoneOffset.UTC);
        SlipIssued slip = new SlipIssued(
                CountingIds.id(++slipNumbers),
                kind,
                CountingIds.id(7),
                franchiseId,
                1001,
                amountWon,
                before,
                250,
                approvedAt,
                date);
        takeInSlip.takeIn(slip);
        return slip;
    }

    public void terms(long franchiseId, SettlementPeriod period, long minimumPayoutWon, boolean hold) {
        terms(franchiseId, new FranchiseChanged.Terms(period, minimumPayoutWon, hold, null, null, null));
    }

    /** Paid daily, some business days later; without a minimum. */
    public void delayed(long franchiseId, int businessDays) {
        terms(franchiseId, new FranchiseChanged.Terms(SettlementPeriod.DAILY, 0, false, businessDays, null, null));
    }

    /** Paid daily, without a minimum, a part of it some days later. */
    public void reserving(long franchiseId, int basisPoints, int days) {
        ReserveTerms reserve = new ReserveTerms(basisPoints, days);
        terms(franchiseId, new FranchiseChanged.Terms(SettlementPeriod.DAILY, 0, false, 0, reserve, null));
    }

    /** Paid daily, without a minimum; VAT on its commission, and tiers by monthly volume. */
    public void commission(long franchiseId, int vatBasisPoints, Tier... tiers) {
        Commission commission = new Commission(vatBasisPoints, List.of(tiers));
        terms(franchiseId, new FranchiseChanged.Terms(SettlementPeriod.DAILY, 0, false, 0, null, commission));
    }

    public void terms(long franchiseId, FranchiseChanged.Terms terms) {
        takeInFranchise.takeIn(new FranchiseChanged(
                franchiseId, "NoNo Chicken", "ACTIVE", "1234567891", terms, ++versions, clock.instant()));
    }

    /** The whole job, as batch-jobs runs it, up to the payouts. */
    public CycleId settle(LocalDate date) {
        return settle(DateRange.of(date));
    }

    public CycleId settle(DateRange dates) {
        LocalDate date = dates.last();
        CycleId id = freeze(dates, date.toEpochDay());
        settleRanges(id);
        startPayouts.start(id);
        payOutAll(id, date);
        return id;
    }

    /** The whole job; the bank pays everything. */
    public Cycle settleAndPay(LocalDate date) {
        return settleAndPay(DateRange.of(date));
    }

    public Cycle settleAndPay(DateRange dates) {
        CycleId id = settle(dates);
        answerAll(FirmbankingResult.Status.COMPLETED);
        closeCycle.close(id);
        return findCycles.byId(id);
    }

    public CycleId freeze(LocalDate date, long jobInstanceId) {
        return freeze(DateRange.of(date), jobInstanceId);
    }

    public CycleId freeze(DateRange dates, long jobInstanceId) {
        return freezeCycle.freeze(new FreezeCycle.Command(dates, jobInstanceId, 2), runningJobs::contains);
    }

    public void settleRanges(CycleId id) {
        List<FranchiseRange> ranges = findWork.ranges(findCycles.byId(id));
        for (int partition = 0; partition < ranges.size(); partition++) {
            settleRange(id, partition, ranges.get(partition), Integer.MAX_VALUE);
        }
    }

    /** From where the lines end, at most some chunks. */
    public void settleRange(CycleId id, int partition, FranchiseRange range, int chunks) {
        SlipKey position = findWork.position(id, range);
        for (int chunk = 0; chunk < chunks; chunk++) {
            List<Slip> page = findWork.slips(id, range, position, CHUNK);
            if (page.isEmpty()) {
                return;
            }
            settleSlips.settle(new SettleSlips.Command(
                    id, partition, page.stream().map(SettlementLine::of).toList()));
            position = page.get(page.size() - 1).key();
        }
    }

    public void payOutAll(CycleId id, LocalDate date) {
        long last = 0;
        List<Settlement> page = findWork.undecided(id, last, CHUNK);
        while (!page.isEmpty()) {
            payOut.payOut(new PayOut.Command(id, date, page));
            last = page.get(page.size() - 1).franchiseId().value();
            page = findWork.undecided(id, last, CHUNK);
        }
    }

    /** Banking's answer to every request that has none yet. */
    public void answerAll(FirmbankingResult.Status status) {
        requests().stream()
                .filter(request -> isOpen(request.requestId()))
                .forEach(request -> answer(request.requestId(), request.amountWon(), status));
    }

    private boolean isOpen(String requestId) {
        return transactions.inTransaction(() -> Payout.idOfRequest(requestId)
                .flatMap(payouts::find)
                .map(found -> !found.status().isFinal())
                .orElse(false));
    }

    public void answer(String requestId, long amountWon, FirmbankingResult.Status status) {
        @Nullable String reason = status == FirmbankingResult.Status.COMPLETED ? null : "ACCOUNT_CLOSED";
        takeInPayoutResult.takeIn(
                new FirmbankingResult(requestId, CountingIds.id(77), status, reason, amountWon, clock.instant()));
    }

    public List<FirmbankingRequested> requests() {
        return outbox.bodies("firmbanking-requested.v1", FirmbankingRequested.class);
    }

    public static MemberId franchise(long id) {
        return new MemberId(id);
    }
}
