package com.mypay.batchjobs.settle;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.log.Log;
import com.mypay.framework.problem.RejectedException;
import com.mypay.settlement.application.CloseCycle;
import com.mypay.settlement.application.FindCycles;
import com.mypay.settlement.domain.CycleId;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Waits for the final answers to the payouts, within limits, then has the cycle checked and closed. Answers that are
 * missing then are taken in whenever they come.
 */
@Named
@Dependent
public class VerifyStep extends AbstractBatchlet {

    static final String CLOSED = "CLOSED";
    static final String STOPPED = "STOPPED";

    private static final Log LOG = Log.of(VerifyStep.class);
    private static final long LOOK_EVERY_MILLIS = 250;

    private final SettlementJob job;
    private final FindCycles findCycles;
    private final CloseCycle closeCycle;
    private final Clock realTime;
    private final Duration wait;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    @BatchProperty
    private String businessDate;

    @Inject
    public VerifyStep(
            SettlementJob job,
            FindCycles findCycles,
            CloseCycle closeCycle,
            @RealTime Clock realTime,
            @ConfigProperty(name = "mypay.batch.settle.await-payouts-seconds", defaultValue = "600") long waitSeconds) {
        this.job = job;
        this.findCycles = findCycles;
        this.closeCycle = closeCycle;
        this.realTime = realTime;
        this.wait = Duration.ofSeconds(waitSeconds);
    }

    @Override
    public String process() throws InterruptedException {
        return verify(businessDate);
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    String verify(String date) throws InterruptedException {
        CycleId id = job.cycleId(date);
        Instant end = realTime.instant().plus(wait);
        long open = openPayouts(date, id);
        while (open > 0 && realTime.instant().isBefore(end)) {
            if (stopped.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                return STOPPED;
            }
            open = openPayouts(date, id);
        }
        long unanswered = open;
        return job.call(date, "verify", () -> close(id, unanswered));
    }

    private long openPayouts(String date, CycleId id) {
        return job.call(date, "verify", () -> findCycles.openPayouts(id));
    }

    private String close(CycleId id, long unanswered) {
        try {
            closeCycle.close(id);
            LOG.info("cycle {0} is closed; payouts without a final answer: {1}", id, unanswered);
            return CLOSED;
        } catch (RejectedException e) {
            LOG.warning("{0} ({1})", e.problem().english(), e.getMessage());
            return e.problem().name();
        }
    }
}
