package com.mypay.batchjobs.settlefranchises;

import com.mypay.framework.log.Log;
import com.mypay.framework.problem.RejectedException;
import com.mypay.settlement.application.CloseCycle;
import com.mypay.settlement.application.FindCycles;
import com.mypay.settlement.domain.Cycle;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Waits, for a limited time, until the banks have answered for every payout, checks the sums and closes the cycle. A
 * cycle that doesn't add up stays open and the job fails with the problem's code.
 */
@Named
@Dependent
public class Verify implements Batchlet {

    private static final Log LOG = Log.of(Verify.class);
    private static final long LOOK_EVERY_MILLIS = 250;

    @Inject
    @BatchProperty
    private String businessDate;

    @Inject
    @ConfigProperty(name = "mypay.batch.settle.await-payouts-seconds", defaultValue = "600")
    private long awaitSeconds;

    @Inject
    private JobContext jobContext;

    @Inject
    private CycleCalls calls;

    @Inject
    private FindCycles findCycles;

    @Inject
    private CloseCycle closeCycle;

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public String process() {
        return calls.call(businessDate, this::verify);
    }

    private String verify(Cycle cycle) {
        long open = awaitPayouts(cycle);
        if (stopped.getCount() == 0) {
            return "STOPPED";
        }
        if (open > 0) {
            LOG.warning("{0} payouts of {1} have no answer after {2} s", open, businessDate, awaitSeconds);
        }
        try {
            closeCycle.close(cycle.id());
        } catch (RejectedException e) {
            jobContext.setExitStatus(e.problem().name());
            throw e;
        }
        return "CLOSED";
    }

    private long awaitPayouts(Cycle cycle) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(awaitSeconds);
        long open = findCycles.openPayouts(cycle.id());
        while (open > 0 && System.nanoTime() < end && !stopSignalWithin(LOOK_EVERY_MILLIS)) {
            open = findCycles.openPayouts(cycle.id());
        }
        return open;
    }

    private boolean stopSignalWithin(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
            return true;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }
}
