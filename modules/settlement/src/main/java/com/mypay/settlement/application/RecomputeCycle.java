package com.mypay.settlement.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.CarryOvers;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.Charges;
import com.mypay.settlement.domain.CommissionTerms;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleStatus;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.Decision;
import com.mypay.settlement.domain.FranchiseRange;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.PayoutStatus;
import com.mypay.settlement.domain.Payouts;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.SettlementLine;
import com.mypay.settlement.domain.SettlementTerms;
import com.mypay.settlement.domain.Settlements;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipKey;
import com.mypay.settlement.domain.Slips;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes a closed cycle again from its slips, by the rules that settle them and the terms by which each franchise was
 * decided, and compares everything with what was written then and with what was paid. It reads only, a page at a time.
 */
@Dependent
public class RecomputeCycle {

    private static final int SLIPS_AT_ONCE = 3_000;
    private static final int FRANCHISES_AT_ONCE = 500;

    /** More than anybody reads one by one. */
    private static final int MOST_DIFFERENCES = 1_000;

    private final Cycles cycles;
    private final Slips slips;
    private final Settlements settlements;
    private final CarryOvers carryOvers;
    private final Payouts payouts;
    private final Transactions transactions;

    /**
     * Something that isn't what the rules give.
     *
     * @param what CYCLE, LINE, SETTLEMENT, CARRIED_IN, OUTCOME, PAYOUT, CARRY_OVER
     * @param key the slip of a line, the franchise of the others, the cycle of itself
     */
    public record Difference(String what, String key, String recomputed, String stored) {}

    /**
     * @param lines how many slips were computed again
     * @param paid by the banks
     * @param awaited asked for, without a final answer
     * @param carriedOver to later cycles, also what the banks have refused
     */
    public record Recomputed(
            Cycle cycle,
            long lines,
            long settlements,
            Won net,
            Won paid,
            Won awaited,
            Won carriedOver,
            List<Difference> differences) {}

    @Inject
    public RecomputeCycle(
            Cycles cycles,
            Slips slips,
            Settlements settlements,
            CarryOvers carryOvers,
            Payouts payouts,
            Transactions transactions) {
        this.cycles = cycles;
        this.slips = slips;
        this.settlements = settlements;
        this.carryOvers = carryOvers;
        this.payouts = payouts;
        this.transactions = transactions;
    }

    /** @throws RejectedException {@code CYCLE_NOT_FOUND}, {@code CYCLE_NOT_CLOSED} */
    public Recomputed recompute(LocalDate businessDate) {
        Cycle cycle = transactions.inTransaction(() -> cycles.findByDate(businessDate)
                .orElseThrow(() -> new RejectedException(SettlementProblem.CYCLE_NOT_FOUND)));
        if (cycle.status() != CycleStatus.CLOSED) {
            throw new RejectedException(SettlementProblem.CYCLE_NOT_CLOSED, businessDate.toString());
        }
        Run run = new Run(cycle);
        run.lines();
        run.franchises();
        run.cycle();
        return new Recomputed(
                cycle,
                run.all.slips(),
                run.settlementCount,
                run.all.net(),
                run.paid,
                run.awaited,
                run.carried,
                List.copyOf(run.differences));
    }

    private final class Run {

        final Cycle cycle;
        final CycleId id;
        final Map<MemberId, LineTotals> totals = new TreeMap<>();
        final List<Difference> differences = new ArrayList<>();
        LineTotals all = LineTotals.NONE;
        long settlementCount;
        Won rebate = Won.ZERO;
        Won vat = Won.ZERO;
        /** Of all franchises together, before it is rounded. */
        long vatExact;

        Won paid = Won.ZERO;
        Won awaited = Won.ZERO;
        Won carried = Won.ZERO;

        Run(Cycle cycle) {
            this.cycle = cycle;
            this.id = cycle.id();
        }

        /** Slips and lines side by side, in the order in which they were settled. */
        void lines() {
            SlipKey position = SlipKey.before(new MemberId(1));
            Deque<SettlementLine> stored = new ArrayDeque<>();
            SlipKey readUpTo = position;
            List<Slip> page = slips(position);
            while (!page.isEmpty()) {
                for (Slip slip : page) {
                    SettlementLine line = SettlementLine.of(slip);
                    totals.merge(line.franchiseId(), LineTotals.NONE.plus(line), LineTotals::plus);
                    all = all.plus(line);
                    if (stored.isEmpty()) {
                        stored.addAll(stored(readUpTo));
                    }
                    while (!stored.isEmpty() && key(stored.getFirst()).compareTo(slip.key()) < 0) {
                        readUpTo = key(stored.getFirst());
                        differs("LINE", stored.removeFirst().slipId(), "-", "a line without a slip");
                        if (stored.isEmpty()) {
                            stored.addAll(stored(readUpTo));
                        }
                    }
                    if (stored.isEmpty() || !key(stored.getFirst()).equals(slip.key())) {
                        differs("LINE", slip.id(), figures(line), "-");
                    } else {
                        SettlementLine found = stored.removeFirst();
                        readUpTo = key(found);
                        compare("LINE", slip.id(), figures(line), figures(found));
                    }
                }
                position = page.get(page.size() - 1).key();
                page = slips(position);
            }
            stored.addAll(stored.isEmpty() ? stored(readUpTo) : List.of());
            stored.forEach(line -> differs("LINE", line.slipId(), "-", "a line without a slip"));
        }

        private List<Slip> slips(SlipKey after) {
            return transactions.inTransaction(() -> slips.frozen(id, FranchiseRange.all(), after, SLIPS_AT_ONCE));
        }

        private List<SettlementLine> stored(SlipKey after) {
            return transactions.inTransaction(() -> settlements.linesAfter(id, after, SLIPS_AT_ONCE));
        }

        void franchises() {
            String after = "";
            List<Settlement> page = settlements(after);
            while (!page.isEmpty()) {
                List<Settlement> current = page;
                transactions.inTransaction(() -> decisions(current));
                after = page.get(page.size() - 1).franchiseId().toString();
                page = settlements(after);
            }
            totals.forEach((franchiseId, sums) -> differs("SETTLEMENT", franchiseId, figures(sums), "-"));
        }

        private List<Settlement> settlements(String after) {
            return transactions.inTransaction(() -> settlements
                    .page(id, new PageRequest(after, FRANCHISES_AT_ONCE))
                    .items());
        }

        private void decisions(List<Settlement> page) {
            MemberId first = page.get(0).franchiseId();
            MemberId last = page.get(page.size() - 1).franchiseId();
            Map<MemberId, CarryOver.Sum> taken =
                    byFranchise(carryOvers.takenBy(id, first, last), CarryOver.Sum::franchiseId);
            Map<MemberId, List<CarryOver>> passedOn =
                    carryOvers.from(id, first, last).stream().collect(Collectors.groupingBy(CarryOver::franchiseId));
            String before = first.value() == 1 ? "" : Long.toString(first.value() - 1);
            Map<MemberId, Payout> asked = byFranchise(
                    payouts.page(id, null, new PageRequest(before, FRANCHISES_AT_ONCE))
                            .items(),
                    Payout::franchiseId);
            for (Settlement settlement : page) {
                MemberId franchiseId = settlement.franchiseId();
                decision(
                        settlement,
                        Optional.ofNullable(taken.get(franchiseId)),
                        Optional.ofNullable(asked.get(franchiseId)),
                        passedOn.getOrDefault(franchiseId, List.of()));
            }
        }

        private void decision(
                Settlement settlement,
                Optional<CarryOver.Sum> taken,
                Optional<Payout> payout,
                List<CarryOver> passedOn) {
            MemberId franchiseId = settlement.franchiseId();
            settlementCount++;
            LineTotals sums = Objects.requireNonNullElse(totals.remove(franchiseId), LineTotals.NONE);
            compare("SETTLEMENT", franchiseId, figures(sums), figures(settlement.totals()));
            Won carriedIn = taken.map(CarryOver.Sum::amount).orElse(Won.ZERO);
            compare(
                    "CARRIED_IN",
                    franchiseId,
                    carriedIn.toString(),
                    settlement.carriedIn().toString());
            SettlementTerms terms = settlement.terms();
            if (terms != null) {
                Charges charges =
                        terms.commission().of(sums, settlement.charges().volumeBefore());
                compare(
                        "SETTLEMENT",
                        franchiseId,
                        charges.toString(),
                        settlement.charges().toString());
                add(charges, sums, terms.commission());
                Decision decision = decide(
                        charges.on(sums.net()), carriedIn, taken.map(CarryOver.Sum::dueOn), terms, settlement.dueOn());
                compare("OUTCOME", franchiseId, decision.outcome().name(), String.valueOf(settlement.outcome()));
                paid(franchiseId, decision, payout, passedOn);
            }
            payout.ifPresent(this::add);
            carried = passedOn.stream().map(CarryOver::amount).reduce(carried, Won::plus);
        }

        /** By the rules of its time. */
        private Decision decide(
                Won net,
                Won carriedIn,
                Optional<LocalDate> carriedDueOn,
                SettlementTerms terms,
                @Nullable LocalDate dueOn) {
            LocalDate day = cycle.businessDate();
            return dueOn == null
                    ? Decision.collected(net, carriedIn, carriedDueOn.orElse(null), terms, day)
                    : Decision.of(net, carriedIn, terms, day, dueOn);
        }

        /** What was asked of the bank, and what waits: also what the bank has refused, which is carried over instead. */
        private void paid(MemberId franchiseId, Decision decision, Optional<Payout> payout, List<CarryOver> passedOn) {
            Map<CarryOver.Part, String> waits = new TreeMap<>();
            decision.waiting()
                    .forEach(each -> waits.put(each.part(), waits(each.amount(), each.reason(), each.dueOn())));
            payout.filter(asked -> asked.status() == PayoutStatus.REFUSED)
                    .ifPresent(asked -> waits.put(
                            refusedPart(passedOn),
                            waits(
                                    decision.payout(),
                                    CarryReason.REFUSED,
                                    cycle.businessDate().plusDays(1))));
            Map<CarryOver.Part, String> found = new TreeMap<>();
            passedOn.forEach(row -> found.put(row.part(), waits(row.amount(), row.reason(), row.dueOn())));
            compare(
                    "PAYOUT",
                    franchiseId,
                    decision.payout().isZero() ? "-" : decision.payout().toString(),
                    payout.map(asked -> asked.amount().toString()).orElse("-"));
            compare("CARRY_OVER", franchiseId, text(waits), text(found));
        }

        /** What was refused before a settlement could pass on several parts stands as the only one. */
        private CarryOver.Part refusedPart(List<CarryOver> passedOn) {
            return passedOn.stream()
                    .filter(row -> row.reason() == CarryReason.REFUSED)
                    .map(CarryOver::part)
                    .findFirst()
                    .orElse(CarryOver.Part.REFUSED);
        }

        private void add(Charges charges, LineTotals sums, CommissionTerms terms) {
            rebate = rebate.plus(charges.rebate());
            vat = vat.plus(charges.vat());
            Won kept = sums.commission().minus(charges.rebate());
            vatExact = Math.addExact(vatExact, Math.multiplyExact(kept.value(), (long)
                    terms.vat().value()));
        }

        private void add(Payout payout) {
            switch (payout.status()) {
                case COMPLETED -> paid = paid.plus(payout.amount());
                case REQUESTED, IN_DOUBT -> awaited = awaited.plus(payout.amount());
                case REFUSED -> {}
            }
        }

        void cycle() {
            compare("CYCLE", id, all.asFrozen().toString(), cycle.frozen().toString());
            compare("CYCLE", id, all.commission().toString(), text(cycle.commission()));
            compare("CYCLE", id, all.net().toString(), text(cycle.net()));
            compare("CYCLE", id, all.rounding().toString(), text(cycle.rounding()));
            compare("CYCLE", id, Long.toString(settlementCount), text(cycle.franchises()));
            cycle.vat().ifPresent(this::charges);
        }

        /** Of a cycle that was closed before there was any VAT nothing of it was written. */
        private void charges(Won booked) {
            compare("CYCLE", id, rebate.toString(), text(cycle.rebate()));
            compare("CYCLE", id, vat.toString(), booked.toString());
            compare("CYCLE", id, vat.minus(CommissionTerms.halfUp(vatExact)).toString(), text(cycle.vatRounding()));
        }

        private void compare(String what, Object key, String recomputed, String stored) {
            if (!recomputed.equals(stored)) {
                differs(what, key, recomputed, stored);
            }
        }

        private void differs(String what, Object key, String recomputed, String stored) {
            if (differences.size() < MOST_DIFFERENCES) {
                differences.add(new Difference(what, key.toString(), recomputed, stored));
            }
        }
    }

    private static SlipKey key(SettlementLine line) {
        return new SlipKey(line.franchiseId(), line.slipId());
    }

    private static <T> Map<MemberId, T> byFranchise(List<T> rows, Function<T, MemberId> franchise) {
        return rows.stream().collect(Collectors.toMap(franchise, Function.identity()));
    }

    private static String figures(SettlementLine line) {
        return line.kind() + " " + line.amount() + ", commission " + line.commission() + ", net " + line.net();
    }

    private static String figures(LineTotals totals) {
        return totals.paymentSlips() + " payments " + totals.gross() + ", " + totals.cancellationSlips()
                + " cancellations " + totals.cancelled() + ", commission " + totals.commission() + ", net "
                + totals.net();
    }

    private static String waits(Won amount, CarryReason reason, LocalDate dueOn) {
        return amount + " " + reason + " until " + dueOn;
    }

    private static String text(Map<CarryOver.Part, String> waiting) {
        return waiting.isEmpty()
                ? "-"
                : waiting.entrySet().stream()
                        .map(part -> part.getKey() + " " + part.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }
}
