package com.mypay.batchjobs.settle;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.log.Log;
import com.mypay.framework.problem.RejectedException;
import com.mypay.settlement.application.CloseCycle;
import com.mypay.settlement.application.FindCycles;
import com.mypay.settlement.application.SealCycle;
import com.mypay.settlement.application.SettlementProblem;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleStatus;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Has the cycle checked and its rows sealed while the banks pay, waits for their final answers, within limits, then has it
 * closed with its certificate. Answers that are missing then are taken in whenever they come.
 */
@Named
@Dependent
public class VerifyStep extends AbstractBatchlet {

    static final String CLOSED = "CLOSED";
    static final String STOPPED = "STOPPED";

    /** The other end that the XML has a transition for. */
    static final SettlementProblem DIFFERS = SettlementProblem.CYCLE_DOES_NOT_ADD_UP;

    private static final Log LOG = Log.of(VerifyStep.class);
    private static final String STEP = "verify";
    private static final long LOOK_EVERY_MILLIS = 250;

    private final SettlementJob job;
    private final FindCycles findCycles;
    private final SealCycle sealCycle;
    private final CloseCycle closeCycle;
    private final Clock realTime;
    private final Duration wait;
    private final String businessDate;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    public VerifyStep(
            SettlementJob job,
            FindCycles findCycles,
            SealCycle sealCycle,
            CloseCycle closeCycle,
            @RealTime Clock realTime,
            SettlementSettings settings,
            @BatchProperty(name = "businessDate") String businessDate) {
        this.job = job;
        this.findCycles = findCycles;
        this.sealCycle = sealCycle;
        this.closeCycle = closeCycle;
        this.realTime = realTime;
        this.wait = settings.awaitPayouts();
        this.businessDate = businessDate;
    }

    @Override
    public String process() throws InterruptedException {
        CycleId id = job.cycleId(businessDate);
        Optional<String> differs = job.call(businessDate, STEP, () -> differences(() -> sealCycle.seal(id)));
        if (differs.isPresent()) {
            return differs.get();
        }
        long open = openPayouts(id);
        Instant end = realTime.instant().plus(wait);
        while (open > 0 && !closedBefore() && realTime.instant().isBefore(end)) {
            if (stopped.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                return STOPPED;
            }
            open = openPayouts(id);
        }
        long unanswered = open;
        return job.call(businessDate, STEP, () -> close(id, unanswered));
    }

    /** Called by another thread. */
    @Override
    public void stop() {
        stopped.countDown();
    }

    /** By an earlier execution of this job, which has waited and then failed to report. */
    private boolean closedBefore() {
        return job.cycle(businessDate).status() == CycleStatus.CLOSED;
    }

    private long openPayouts(CycleId id) {
        return job.call(businessDate, STEP, () -> findCycles.openPayouts(id));
    }

    private String close(CycleId id, long unanswered) {
        return differences(() -> closeCycle.close(id)).orElseGet(() -> {
            LOG.info("cycle {0} is closed; payouts without a final answer: {1}", id, unanswered);
            return CLOSED;
        });
    }

    private static Optional<String> differences(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (RejectedException e) {
            if (e.problem() != DIFFERS) {
                throw e;
            }
            LOG.warning("{0} ({1})", DIFFERS.english(), e.getMessage());
            return Optional.of(DIFFERS.name());
        }
    }
}
