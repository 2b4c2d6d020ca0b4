package com.mypay.batchjobs.purge;

import com.mypay.batchjobs.operation.JobRepository;
import com.mypay.framework.clock.RealTime;
import com.mypay.framework.log.Log;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;

/**
 * Removes instances of jobs that have ended from the batch runtime's repository, with their executions. Also failed and
 * stopped ones: they can't be restarted any more, but started anew.
 */
@Named
@Dependent
public class PurgeExecutionsStep extends AbstractBatchlet {

    private static final Log LOG = Log.of(PurgeExecutionsStep.class);

    private final PurgeRun run;
    private final PurgeSettings settings;
    private final JobRepository repository;
    private final Clock realTime;

    @Inject
    public PurgeExecutionsStep(
            PurgeRun run, PurgeSettings settings, JobRepository repository, @RealTime Clock realTime) {
        this.run = run;
        this.settings = settings;
        this.repository = repository;
        this.realTime = realTime;
    }

    @Override
    public String process() {
        return run.within("executions", this::purge);
    }

    @Override
    public void stop() {
        run.stop();
    }

    private void purge() {
        Instant before = realTime.instant().minus(settings.executions());
        long removed = 0;
        int chunk = 1;
        while (chunk > 0 && !run.isStopped()) {
            chunk = repository.purgeEndedBefore(before);
            removed += chunk;
        }
        LOG.info("{0} instances of jobs that ended before {1} removed", removed, before);
    }
}
