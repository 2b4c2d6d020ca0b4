package com.mypay.settlement.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleStatus;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Settlements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Lets a cycle's payouts begin: before any money moves, its lines have to come to what was frozen, and its settlements
 * to its lines. Called again it changes nothing.
 */
@Dependent
public class StartPayouts {

    private final Cycles cycles;
    private final Settlements settlements;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public StartPayouts(Cycles cycles, Settlements settlements, Transactions transactions, Clock clock) {
        this.cycles = cycles;
        this.settlements = settlements;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws RejectedException {@code CYCLE_DOES_NOT_ADD_UP} */
    public void start(CycleId id) {
        transactions.inTransaction(WholeCycle.LIMIT, () -> {
            Cycle cycle = cycles.find(id).orElseThrow(() -> new RejectedException(SettlementProblem.CYCLE_NOT_FOUND));
            if (cycle.status() != CycleStatus.FROZEN) {
                return;
            }
            LineTotals lines = settlements.sumOfLines(id);
            CycleFigures figures = cycles.figures(id);
            if (!lines.asFrozen().equals(cycle.frozen()) || !figures.settled().equals(lines)) {
                throw new RejectedException(
                        SettlementProblem.CYCLE_DOES_NOT_ADD_UP,
                        "frozen " + cycle.frozen() + ", lines " + lines + ", settlements " + figures.settled());
            }
            Instant now = clock.instant();
            cycle.settled();
            cycles.changed(cycle, CycleStatus.FROZEN, now);
            cycle.paying();
            cycles.changed(cycle, CycleStatus.SETTLED, now);
        });
    }
}
