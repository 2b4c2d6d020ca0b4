package com.mypay.settlement.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.settlement.application.port.Jobs;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.CarryOvers;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleStatus;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.Decision;
import com.mypay.settlement.domain.Franchises;
import com.mypay.settlement.domain.Outcome;
import com.mypay.settlement.domain.SettlementTerms;
import com.mypay.settlement.domain.Settlements;
import com.mypay.settlement.domain.Slips;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the cycle of a business date, or of several, and fixes what it settles, in one transaction: their slips, late slips of
 * dates whose own cycle was frozen before they came, and franchises without slips whose carried-over amount can be paid
 * now. Called again by the same job it finds its cycle and changes nothing; a cycle whose job has ended without closing
 * it is taken over, so a job that is started anew goes on where the dead one stopped.
 */
@Dependent
public class FreezeCycle {

    private static final int PAGE = 500;

    private final Cycles cycles;
    private final Slips slips;
    private final Settlements settlements;
    private final CarryOvers carryOvers;
    private final Franchises franchises;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    /**
     * @param dates that the cycle settles, mostly one; the last names it
     * @param partitions 1 to 64; used only when the cycle is new
     */
    public record Command(DateRange dates, long jobInstanceId, int partitions) {

        public Command {
            if (partitions < 1 || partitions > 64) {
                throw new IllegalArgumentException("1 to 64 partitions, not " + partitions);
            }
        }

        LocalDate businessDate() {
            return dates.last();
        }
    }

    @Inject
    public FreezeCycle(
            Cycles cycles,
            Slips slips,
            Settlements settlements,
            CarryOvers carryOvers,
            Franchises franchises,
            Transactions transactions,
            Ids ids,
            Clock clock) {
        this.cycles = cycles;
        this.slips = slips;
        this.settlements = settlements;
        this.carryOvers = carryOvers;
        this.franchises = franchises;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param jobs the runtime that the calling job runs in: it alone knows which jobs run
     * @throws RejectedException {@code BUSINESS_DATE_IN_FUTURE}, {@code CYCLE_ALREADY_CLOSED}, {@code
     *     CYCLE_ALREADY_RUNNING}, {@code CYCLES_OVERLAP}
     */
    public CycleId freeze(Command command, Jobs jobs) {
        if (command.businessDate().isAfter(BusinessClock.businessDate(clock))) {
            throw new RejectedException(
                    SettlementProblem.BUSINESS_DATE_IN_FUTURE,
                    command.businessDate().toString());
        }
        Optional<Long> owner = transactions.inTransaction(() -> ownerBefore(command));
        if (owner.isPresent() && owner.get() != command.jobInstanceId() && jobs.isRunning(owner.get())) {
            throw alreadyRunning(command);
        }
        return transactions.inTransaction(WholeCycle.LIMIT, () -> openOrTakeOver(command, owner));
    }

    private Optional<Long> ownerBefore(Command command) {
        Optional<Cycle> cycle = cycles.findByDate(command.businessDate());
        cycle.ifPresent(before -> refuseIfClosed(before, command));
        refuseIfOverlapping(command);
        return cycle.map(Cycle::jobInstanceId);
    }

    /** @param owner what was found a moment ago: if it is another one now, another job was faster */
    private CycleId openOrTakeOver(Command command, Optional<Long> owner) {
        cycles.lockOpening();
        Optional<Cycle> before = cycles.findByDate(command.businessDate());
        if (before.isEmpty()) {
            refuseIfOverlapping(command);
            return open(command);
        }
        Cycle cycle = before.get();
        refuseIfClosed(cycle, command);
        if (cycle.jobInstanceId() != command.jobInstanceId()) {
            if (owner.isEmpty() || owner.get() != cycle.jobInstanceId()) {
                throw alreadyRunning(command);
            }
            cycle.takenOverBy(command.jobInstanceId());
        }
        return cycle.id();
    }

    /** Two cycles of the same date would each settle what the other has left. */
    private void refuseIfOverlapping(Command command) {
        for (DateRange other : cycles.overlapping(command.dates())) {
            if (!other.equals(command.dates())) {
                throw new RejectedException(
                        SettlementProblem.CYCLES_OVERLAP, command.dates() + ", and a cycle of " + other);
            }
        }
    }

    private static void refuseIfClosed(Cycle cycle, Command command) {
        if (cycle.dates().equals(command.dates())
                && cycle.status() == CycleStatus.CLOSED
                && cycle.jobInstanceId() != command.jobInstanceId()) {
            throw new RejectedException(
                    SettlementProblem.CYCLE_ALREADY_CLOSED,
                    command.businessDate().toString());
        }
    }

    private static RejectedException alreadyRunning(Command command) {
        return new RejectedException(
                SettlementProblem.CYCLE_ALREADY_RUNNING, command.businessDate().toString());
    }

    private CycleId open(Command command) {
        Instant now = clock.instant();
        Cycle cycle = Cycle.opened(
                new CycleId(ids.next()),
                command.dates(),
                command.jobInstanceId(),
                command.partitions(),
                CallContext.current().guid().value(),
                now);
        cycles.add(cycle);
        cycle.frozenWith(slips.freeze(cycle.id(), command.dates()));
        addPayableCarryOvers(cycle);
        BusinessLog.event(BusinessEvent.CYCLE_FROZEN)
                .reference("cycleId", cycle.id())
                .detail("businessDate", cycle.businessDate())
                .detail("slips", cycle.frozen().slips())
                .write();
        return cycle.id();
    }

    private void addPayableCarryOvers(Cycle cycle) {
        long last = 0;
        List<CarryOver.Sum> page;
        do {
            page = carryOvers.dueWithoutSlips(cycle.id(), cycle.businessDate(), last, PAGE);
            List<MemberId> franchiseIds =
                    page.stream().map(CarryOver.Sum::franchiseId).toList();
            Map<MemberId, SettlementTerms> terms = franchises.terms(franchiseIds);
            settlements.addWithoutSlips(
                    cycle.id(),
                    page.stream()
                            .filter(sum -> isPayable(sum, terms, cycle.businessDate()))
                            .map(CarryOver.Sum::franchiseId)
                            .toList());
            last = page.isEmpty()
                    ? last
                    : page.get(page.size() - 1).franchiseId().value();
        } while (page.size() == PAGE);
    }

    private static boolean isPayable(CarryOver.Sum sum, Map<MemberId, SettlementTerms> terms, LocalDate day) {
        SettlementTerms agreed = terms.getOrDefault(sum.franchiseId(), SettlementTerms.USUAL);
        return Decision.of(Won.ZERO, sum.amount(), agreed, day, day).outcome() == Outcome.PAYOUT;
    }
}
