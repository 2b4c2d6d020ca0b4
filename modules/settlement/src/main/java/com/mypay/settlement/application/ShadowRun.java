package com.mypay.settlement.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.BusinessCalendar;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.CarryOvers;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.Charges;
import com.mypay.settlement.domain.CommissionTerms;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.Decision;
import com.mypay.settlement.domain.FranchiseRange;
import com.mypay.settlement.domain.Franchises;
import com.mypay.settlement.domain.Holidays;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Reserve;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.SettlementLine;
import com.mypay.settlement.domain.SettlementPeriod;
import com.mypay.settlement.domain.SettlementTerms;
import com.mypay.settlement.domain.Settlements;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipKey;
import com.mypay.settlement.domain.Slips;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes a cycle as if other terms had held, and tells what they would have changed for each franchise, before anybody
 * approves them. The cycle may be frozen, settled or closed; its slips are read a page at a time. What a franchise has
 * sold in the month is, where tiers didn't hold, what it sold in the month's other cycles. Nothing is written and nobody
 * is told.
 */
@Dependent
public class ShadowRun {

    private static final int SLIPS_AT_ONCE = 3_000;
    private static final int FRANCHISES_AT_ONCE = 500;

    private final Cycles cycles;
    private final Slips slips;
    private final Settlements settlements;
    private final CarryOvers carryOvers;
    private final Franchises franchises;
    private final Holidays holidays;
    private final Transactions transactions;

    /**
     * Terms that are tried; what is empty stays as it is with each franchise.
     *
     * @param commissionRate on all slips of the cycle, also on cancellations of earlier payments
     * @param tiers an empty list tries none
     */
    public record Proposal(
            Optional<BasisPoints> commissionRate,
            Optional<SettlementPeriod> period,
            Optional<Won> minimumPayout,
            Optional<Integer> payoutDelay,
            Optional<Reserve> reserve,
            Optional<BasisPoints> vat,
            Optional<List<CommissionTerms.Tier>> tiers) {

        public Proposal {
            tiers = tiers.map(List::copyOf);
        }

        private SettlementTerms over(SettlementTerms now) {
            return new SettlementTerms(
                    period.orElse(now.period()),
                    minimumPayout.orElse(now.minimumPayout()),
                    now.hold(),
                    payoutDelay.orElse(now.payoutDelay()),
                    reserve.orElse(now.reserve()),
                    new CommissionTerms(
                            vat.orElse(now.commission().vat()),
                            tiers.orElse(now.commission().tiers())));
        }

        private Slip over(Slip slip) {
            return commissionRate.map(slip::withCommissionRate).orElse(slip);
        }
    }

    /** @param franchiseId only this one; all if empty */
    public record Command(LocalDate businessDate, Proposal proposal, Optional<MemberId> franchiseId) {}

    /**
     * What a franchise gets by some terms.
     *
     * @param commission kept, less rebates
     * @param vat on it
     * @param net what the franchise earns with the cycle
     * @param payout now
     * @param waiting carried over, without the reserve; negative: the franchise owes
     * @param reserved kept back
     */
    public record Result(Won commission, Won vat, Won net, Won payout, Won waiting, Won reserved) {

        public static final Result NONE = new Result(Won.ZERO, Won.ZERO, Won.ZERO, Won.ZERO, Won.ZERO, Won.ZERO);

        private static Result of(LineTotals totals, Charges charges, Decision decision) {
            Won reserved = sum(decision, true);
            return new Result(
                    totals.commission().minus(charges.rebate()),
                    charges.vat(),
                    charges.on(totals.net()),
                    decision.payout(),
                    sum(decision, false),
                    reserved);
        }

        private static Won sum(Decision decision, boolean reserved) {
            return decision.waiting().stream()
                    .filter(each -> (each.reason() == CarryReason.RESERVED) == reserved)
                    .map(Decision.Waiting::amount)
                    .reduce(Won.ZERO, Won::plus);
        }

        public Result plus(Result other) {
            return new Result(
                    commission.plus(other.commission),
                    vat.plus(other.vat),
                    net.plus(other.net),
                    payout.plus(other.payout),
                    waiting.plus(other.waiting),
                    reserved.plus(other.reserved));
        }
    }

    /**
     * One franchise.
     *
     * @param slips of the cycle
     * @param carriedIn what the cycle has taken over for it, or would take over
     * @param now by the terms that have decided it, or hold if it isn't decided
     */
    public record Shadow(MemberId franchiseId, long slips, Won carriedIn, Result now, Result proposed) {}

    @Inject
    public ShadowRun(
            Cycles cycles,
            Slips slips,
            Settlements settlements,
            CarryOvers carryOvers,
            Franchises franchises,
            Holidays holidays,
            Transactions transactions) {
        this.cycles = cycles;
        this.slips = slips;
        this.settlements = settlements;
        this.carryOvers = carryOvers;
        this.franchises = franchises;
        this.holidays = holidays;
        this.transactions = transactions;
    }

    /**
     * @return a row for each franchise of the cycle, in the order of their ids
     * @throws RejectedException {@code CYCLE_NOT_FOUND}
     */
    public List<Shadow> run(Command command) {
        Cycle cycle = transactions.inTransaction(() -> cycles.findByDate(command.businessDate())
                .orElseThrow(() -> new RejectedException(SettlementProblem.CYCLE_NOT_FOUND)));
        FranchiseRange range = command.franchiseId()
                .map(franchiseId -> new FranchiseRange(franchiseId, franchiseId))
                .orElseGet(FranchiseRange::all);
        Run run = new Run(cycle, range, command.proposal());
        run.slips();
        run.withoutSlips();
        return run.decide();
    }

    private record Totals(LineTotals now, LineTotals proposed) {

        static final Totals NONE = new Totals(LineTotals.NONE, LineTotals.NONE);

        Totals plus(SettlementLine line, SettlementLine shadow) {
            return new Totals(now.plus(line), proposed.plus(shadow));
        }
    }

    private final class Run {

        final Cycle cycle;
        final FranchiseRange range;
        final Proposal proposal;
        final Map<MemberId, Totals> totals = new TreeMap<>();
        final Map<LocalDate, BusinessCalendar> calendars = new HashMap<>();

        Run(Cycle cycle, FranchiseRange range, Proposal proposal) {
            this.cycle = cycle;
            this.range = range;
            this.proposal = proposal;
        }

        void slips() {
            SlipKey position = SlipKey.before(range.first());
            List<Slip> page = page(position);
            while (!page.isEmpty()) {
                for (Slip slip : page) {
                    Totals before = totals.getOrDefault(slip.franchiseId(), Totals.NONE);
                    SettlementLine shadow = SettlementLine.of(proposal.over(slip));
                    totals.put(slip.franchiseId(), before.plus(SettlementLine.of(slip), shadow));
                }
                position = page.get(page.size() - 1).key();
                page = page(position);
            }
        }

        private List<Slip> page(SlipKey after) {
            return transactions.inTransaction(() -> slips.frozen(cycle.id(), range, after, SLIPS_AT_ONCE));
        }

        /** Franchises that are in the cycle for what was carried over. */
        void withoutSlips() {
            String after = "";
            List<Settlement> page = settlements(after);
            while (!page.isEmpty()) {
                page.stream()
                        .map(Settlement::franchiseId)
                        .filter(range::contains)
                        .forEach(franchiseId -> totals.putIfAbsent(franchiseId, Totals.NONE));
                after = page.get(page.size() - 1).franchiseId().toString();
                page = settlements(after);
            }
        }

        private List<Settlement> settlements(String after) {
            return transactions.inTransaction(() -> settlements
                    .page(cycle.id(), new PageRequest(after, FRANCHISES_AT_ONCE))
                    .items());
        }

        List<Shadow> decide() {
            List<MemberId> all = List.copyOf(totals.keySet());
            List<Shadow> shadows = new ArrayList<>(all.size());
            for (int from = 0; from < all.size(); from += FRANCHISES_AT_ONCE) {
                List<MemberId> some = all.subList(from, Math.min(from + FRANCHISES_AT_ONCE, all.size()));
                shadows.addAll(transactions.inTransaction(() -> decide(some)));
            }
            return shadows;
        }

        private List<Shadow> decide(List<MemberId> some) {
            MemberId first = some.get(0);
            MemberId last = some.get(some.size() - 1);
            String before = first.value() == 1 ? "" : Long.toString(first.value() - 1);
            Map<MemberId, Settlement> stored =
                    settlements.page(cycle.id(), new PageRequest(before, some.size())).items().stream()
                            .collect(Collectors.toMap(Settlement::franchiseId, Function.identity()));
            Map<MemberId, CarryOver.Sum> taken = sums(carryOvers.takenBy(cycle.id(), first, last));
            Map<MemberId, CarryOver.Sum> due = sums(carryOvers.due(cycle.id(), cycle.businessDate(), first, last));
            Map<MemberId, SettlementTerms> agreed = franchises.terms(some);
            Map<MemberId, Won> volumes =
                    settlements.volumes(DateRange.monthOf(cycle.businessDate()), cycle.id(), first, last);
            return some.stream()
                    .map(franchiseId -> {
                        Optional<Settlement> decided = Optional.ofNullable(stored.get(franchiseId))
                                .filter(settlement -> settlement.terms() != null);
                        Map<MemberId, CarryOver.Sum> in = decided.isPresent() ? taken : due;
                        SettlementTerms now = agreed.getOrDefault(franchiseId, SettlementTerms.USUAL);
                        Won volume = volumes.getOrDefault(franchiseId, Won.ZERO);
                        return shadow(franchiseId, decided, Optional.ofNullable(in.get(franchiseId)), now, volume);
                    })
                    .toList();
        }

        private Shadow shadow(
                MemberId franchiseId,
                Optional<Settlement> decided,
                Optional<CarryOver.Sum> in,
                SettlementTerms agreed,
                Won before) {
            Totals sums = totals.getOrDefault(franchiseId, Totals.NONE);
            Won carriedIn = in.map(CarryOver.Sum::amount).orElse(Won.ZERO);
            LocalDate day = cycle.businessDate();
            SettlementTerms terms = decided.map(Settlement::terms).orElse(agreed);
            SettlementTerms tried = proposal.over(terms);
            Won volume = decided.filter(
                            settlement -> !terms.commission().tiers().isEmpty())
                    .map(settlement -> settlement.charges().volumeBefore())
                    .orElse(before);
            Charges charges = terms.commission().of(sums.now(), volume);
            Won earned = charges.on(sums.now().net());
            @Nullable LocalDate dueOn = decided.isPresent() ? decided.get().dueOn() : terms.dueOn(day, this::calendar);
            Decision now = dueOn == null
                    ? Decision.collected(
                            earned, carriedIn, in.map(CarryOver.Sum::dueOn).orElse(null), terms, day)
                    : Decision.of(earned, carriedIn, terms, day, dueOn);
            Charges then = tried.commission().of(sums.proposed(), volume);
            Decision shadow = Decision.of(
                    then.on(sums.proposed().net()), carriedIn, tried, day, tried.dueOn(day, this::calendar));
            return new Shadow(
                    franchiseId,
                    sums.now().slips(),
                    carriedIn,
                    Result.of(sums.now(), charges, now),
                    Result.of(sums.proposed(), then, shadow));
        }

        private BusinessCalendar calendar(LocalDate end) {
            return calendars.computeIfAbsent(end, holidays::around);
        }
    }

    private static Map<MemberId, CarryOver.Sum> sums(List<CarryOver.Sum> rows) {
        return rows.stream().collect(Collectors.toMap(CarryOver.Sum::franchiseId, Function.identity()));
    }
}
