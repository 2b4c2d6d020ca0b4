package com.mypay.settlement.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.Payouts;
import com.mypay.settlement.domain.RangeFigures;
import com.mypay.settlement.domain.Slips;
import com.mypay.settlement.domain.Slips.SlipCounts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Queries of cycles. */
@Dependent
public class FindCycles {

    /** A year: of dates that wait, and of how far back a date is looked for that was passed over. */
    private static final int MOST_DATES = 366;

    private final Cycles cycles;
    private final Slips slips;
    private final Payouts payouts;
    private final Transactions transactions;

    /**
     * @param figures as they are now, also of a closed cycle: an answer of the bank may come later
     * @param members who paid; counted when it is closed
     */
    public record CycleNow(Cycle cycle, CycleFigures figures, Optional<Long> members) {

        /** Something that somebody has to look at: a refused payout, one without a final answer. */
        public boolean needsALook() {
            return figures.carried(CarryReason.REFUSED).count() > 0
                    || figures.open().count() > 0;
        }
    }

    @Inject
    public FindCycles(Cycles cycles, Slips slips, Payouts payouts, Transactions transactions) {
        this.cycles = cycles;
        this.slips = slips;
        this.payouts = payouts;
        this.transactions = transactions;
    }

    /** @throws RejectedException {@code CYCLE_NOT_FOUND} */
    public CycleNow ofDate(LocalDate businessDate) {
        return transactions.inTransaction(() -> {
            Cycle cycle = found(cycles.findByDate(businessDate));
            return new CycleNow(cycle, cycles.figures(cycle.id()), cycle.members());
        });
    }

    /** The date's cycle if it has one. */
    public Optional<Cycle> openedOn(LocalDate businessDate) {
        return transactions.inTransaction(() -> cycles.findByDate(businessDate));
    }

    /** What the cycles of these dates come to together. */
    public RangeFigures ofDates(DateRange dates) {
        return transactions.inTransaction(WholeCycle.LIMIT, () -> cycles.figures(dates));
    }

    /** @throws RejectedException {@code CYCLE_NOT_FOUND} */
    public Cycle byId(CycleId id) {
        return transactions.inTransaction(() -> found(cycles.find(id)));
    }

    /** Newest date first; without the figures of now. */
    public Page<Cycle> page(PageRequest request) {
        return transactions.inTransaction(() -> cycles.page(request));
    }

    /** How many of a cycle's payouts have no final answer. */
    public long openPayouts(CycleId id) {
        return transactions.inTransaction(() -> payouts.open(id));
    }

    public SlipCounts slipCounts(LocalDate businessDate) {
        return transactions.inTransaction(() -> slips.counts(businessDate));
    }

    /**
     * The dates up to a last one that wait for their settlement, oldest first: those with slips that were passed over
     * because a later date was settled before them, then all since the latest cycle, or since the earliest slip if there
     * is no cycle yet. At most a year's.
     */
    public List<LocalDate> datesToSettle(LocalDate last) {
        return transactions.inTransaction(() -> {
            Optional<LocalDate> latest = cycles.latestDate();
            Stream<LocalDate> passedOver = latest.stream().flatMap(this::passedOver);
            Stream<LocalDate> since = latest.map(date -> date.plusDays(1)).or(slips::earliestDate).stream()
                    .filter(first -> !first.isAfter(last))
                    .flatMap(first -> new DateRange(first, last).dates());
            return Stream.concat(passedOver, since)
                    .filter(date -> !date.isAfter(last))
                    .limit(MOST_DATES)
                    .toList();
        });
    }

    private Stream<LocalDate> passedOver(LocalDate latest) {
        Optional<LocalDate> earliest = slips.earliestDate().filter(date -> date.isBefore(latest));
        if (earliest.isEmpty()) {
            return Stream.empty();
        }
        LocalDate yearAgo = latest.minusDays(MOST_DATES);
        LocalDate first = earliest.get().isBefore(yearAgo) ? yearAgo : earliest.get();
        Set<LocalDate> withCycle = cycles.datesFrom(first);
        return new DateRange(first, latest)
                .dates()
                .filter(date -> !withCycle.contains(date))
                .filter(date -> slips.counts(date).waiting() > 0);
    }

    private static Cycle found(Optional<Cycle> cycle) {
        return cycle.orElseThrow(() -> new RejectedException(SettlementProblem.CYCLE_NOT_FOUND));
    }
}
