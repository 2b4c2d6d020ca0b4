package com.mypay.settlement.application;

import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.application.message.CycleSettled;
import com.mypay.settlement.domain.Certificate;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleStatus;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Slips;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Checks a cycle, certifies and closes it; money is told what commission to book. A payout without a final answer
 * doesn't keep the cycle open: it is on the work list, and its answer is taken in whenever it comes. Called again it
 * changes nothing.
 */
@Dependent
public class CloseCycle {

    private final Cycles cycles;
    private final Slips slips;
    private final SealCycle sealCycle;
    private final CertifyCycle certifyCycle;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public CloseCycle(
            Cycles cycles,
            Slips slips,
            SealCycle sealCycle,
            CertifyCycle certifyCycle,
            Outbox outbox,
            Transactions transactions,
            Clock clock) {
        this.cycles = cycles;
        this.slips = slips;
        this.sealCycle = sealCycle;
        this.certifyCycle = certifyCycle;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws RejectedException {@code CYCLE_DOES_NOT_ADD_UP}, naming each sum that differs */
    public void close(CycleId id) {
        sealCycle.seal(id).ifPresent(lines -> transactions.inTransaction(WholeCycle.LIMIT, () -> close(id, lines)));
    }

    private void close(CycleId id, LineTotals lines) {
        Cycle cycle = cycles.find(id).orElseThrow(() -> new RejectedException(SettlementProblem.CYCLE_NOT_FOUND));
        if (cycle.status() == CycleStatus.CLOSED) {
            return;
        }
        CycleFigures figures = cycles.figures(id);
        sealCycle.refuseDifferences(cycle, figures, lines);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        cycle.closed(lines, figures.charged(), figures.franchises(), slips.payingMembers(id), now);
        cycles.changed(cycle, CycleStatus.PAYING, now);
        Certificate certificate = certifyCycle.certify(cycle, figures, lines, now);
        outbox.send(CycleSettled.of(cycle, lines, figures.charged()));
        BusinessLog.event(BusinessEvent.CYCLE_CLOSED)
                .reference("cycleId", cycle.id())
                .detail("businessDate", cycle.businessDate())
                .detail("slips", cycle.frozen().slips())
                .detail("certificate", certificate.hash())
                .write();
    }
}
