package com.mypay.batchjobs.settle;

import com.mypay.framework.log.Log;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/** Counts executions at {@code /metrics} by how they ended, for whoever wants to be woken. */
@Named
@Dependent
public class JobEnd extends AbstractJobListener {

    static final String COUNTER = "mypay_batch_jobs_ended";

    private static final Log LOG = Log.of(JobEnd.class);

    private final JobContext jobContext;
    private final MetricRegistry metrics;

    @Inject
    public JobEnd(JobContext jobContext, MetricRegistry metrics) {
        this.jobContext = jobContext;
        this.metrics = metrics;
    }

    @Override
    public void afterJob() {
        String exit = exitStatus();
        metrics.counter(COUNTER, new Tag("job", jobContext.getJobName()), new Tag("exit", exit))
                .inc();
        LOG.info("execution {0} of {1} ended: {2}", jobContext.getExecutionId(), jobContext.getJobName(), exit);
    }

    /** The runtime fills it in after this, where no step and no transition has: with the batch status. */
    private String exitStatus() {
        @Nullable String exit = jobContext.getExitStatus();
        if (exit != null) {
            return exit;
        }
        BatchStatus status = jobContext.getBatchStatus();
        return status == BatchStatus.STOPPING ? VerifyStep.STOPPED : status.name();
    }
}
