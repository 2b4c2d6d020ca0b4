package com.mypay.settlement.application;

import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.application.message.CycleSettled;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleStatus;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Settlements;
import com.mypay.settlement.domain.Slips;
import com.mypay.settlement.domain.StepCount;
import com.mypay.settlement.domain.StepCounts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a cycle and closes it; money is told what commission to book. A payout without a final answer doesn't keep the
 * cycle open: it is on the work list, and its answer is taken in whenever it comes. Called again it changes nothing.
 */
@Dependent
public class CloseCycle {

    private final Cycles cycles;
    private final Slips slips;
    private final Settlements settlements;
    private final StepCounts stepCounts;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public CloseCycle(
            Cycles cycles,
            Slips slips,
            Settlements settlements,
            StepCounts stepCounts,
            Outbox outbox,
            Transactions transactions,
            Clock clock) {
        this.cycles = cycles;
        this.slips = slips;
        this.settlements = settlements;
        this.stepCounts = stepCounts;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws RejectedException {@code CYCLE_DOES_NOT_ADD_UP}, naming each sum that differs */
    public void close(CycleId id) {
        transactions.inTransaction(WholeCycle.LIMIT, () -> {
            Cycle cycle = cycles.find(id).orElseThrow(() -> new RejectedException(SettlementProblem.CYCLE_NOT_FOUND));
            if (cycle.status() == CycleStatus.CLOSED) {
                return;
            }
            CycleFigures figures = cycles.figures(id);
            LineTotals lines = settlements.sumOfLines(id);
            List<String> wrong = differences(cycle, figures, lines);
            if (!wrong.isEmpty()) {
                throw new RejectedException(SettlementProblem.CYCLE_DOES_NOT_ADD_UP, String.join("; ", wrong));
            }
            Instant now = clock.instant();
            cycle.closed(lines, figures.franchises(), slips.payingMembers(id), now);
            cycles.changed(cycle, CycleStatus.PAYING, now);
            outbox.send(CycleSettled.of(cycle, lines));
            BusinessLog.event(BusinessEvent.CYCLE_CLOSED)
                    .reference("cycleId", cycle.id())
                    .detail("businessDate", cycle.businessDate())
                    .detail("slips", cycle.frozen().slips())
                    .write();
        });
    }

    private List<String> differences(Cycle cycle, CycleFigures figures, LineTotals lines) {
        List<String> wrong = new ArrayList<>();
        if (!lines.asFrozen().equals(cycle.frozen())) {
            wrong.add("the lines come to " + lines + " and not to " + cycle.frozen());
        }
        if (!figures.settled().equals(lines)) {
            wrong.add("the settlements come to " + figures.settled() + " and not to " + lines);
        }
        if (figures.undecided() > 0) {
            wrong.add(figures.undecided() + " settlements are not decided");
        }
        if (!figures.addUp()) {
            wrong.add("net and carried in are not paid out, on their way or carried over: " + figures);
        }
        addWrongCounts(cycle, figures, wrong);
        return wrong;
    }

    private void addWrongCounts(Cycle cycle, CycleFigures figures, List<String> wrong) {
        List<StepCount> counts = stepCounts.of(cycle.id());
        counts.stream().filter(count -> !count.addsUp()).forEach(count -> wrong.add("read differs: " + count));
        long settled = sum(counts, SettleSlips.STEP);
        if (settled != cycle.frozen().slips()) {
            wrong.add("the settle step has read " + settled + " slips");
        }
        long decided = sum(counts, PayOut.STEP);
        if (decided != figures.franchises()) {
            wrong.add("the payout step has read " + decided + " settlements");
        }
    }

    private static long sum(List<StepCount> counts, String step) {
        return counts.stream()
                .filter(count -> count.step().equals(step))
                .mapToLong(StepCount::read)
                .sum();
    }
}
