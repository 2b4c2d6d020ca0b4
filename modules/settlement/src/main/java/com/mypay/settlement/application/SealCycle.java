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
import com.mypay.settlement.domain.StepCount;
import com.mypay.settlement.domain.StepCounts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a cycle whose franchises are decided and seals its rows, so that closing it has only the certificate to write:
 * may be done while the banks pay. Called again it goes on behind the last seal, and changes nothing of a closed cycle.
 */
@Dependent
public class SealCycle {

    private final Cycles cycles;
    private final Settlements settlements;
    private final StepCounts stepCounts;
    private final CertifyCycle certifyCycle;
    private final Transactions transactions;

    @Inject
    public SealCycle(
            Cycles cycles,
            Settlements settlements,
            StepCounts stepCounts,
            CertifyCycle certifyCycle,
            Transactions transactions) {
        this.cycles = cycles;
        this.settlements = settlements;
        this.stepCounts = stepCounts;
        this.certifyCycle = certifyCycle;
        this.transactions = transactions;
    }

    /**
     * @return the sums of the lines, which nobody changes any more; empty if the cycle is closed already
     * @throws RejectedException {@code CYCLE_DOES_NOT_ADD_UP}, naming each sum that differs
     */
    public Optional<LineTotals> seal(CycleId id) {
        Optional<LineTotals> lines = transactions.inTransaction(WholeCycle.LIMIT, () -> {
            Cycle cycle = cycles.find(id).orElseThrow(() -> new RejectedException(SettlementProblem.CYCLE_NOT_FOUND));
            if (cycle.status() == CycleStatus.CLOSED) {
                return Optional.<LineTotals>empty();
            }
            LineTotals sums = settlements.sumOfLines(id);
            refuseDifferences(cycle, cycles.figures(id), sums);
            return Optional.of(sums);
        });
        if (lines.isPresent()) {
            certifyCycle.seal(id);
        }
        return lines;
    }

    void refuseDifferences(Cycle cycle, CycleFigures figures, LineTotals lines) {
        List<String> wrong = differences(cycle, figures, lines);
        if (!wrong.isEmpty()) {
            throw new RejectedException(SettlementProblem.CYCLE_DOES_NOT_ADD_UP, String.join("; ", wrong));
        }
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
