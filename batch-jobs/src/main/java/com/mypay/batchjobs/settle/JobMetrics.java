package com.mypay.batchjobs.settle;

import com.mypay.framework.clock.RealTime;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts the executions that have ended and how long they took, by job and by how they ended: their exit status. */
@Named
@Dependent
public class JobMetrics extends AbstractJobListener {

    private final JobContext jobContext;
    private final MetricRegistry metrics;
    private final Clock realTime;
    private Instant begin;

    @Inject
    public JobMetrics(JobContext jobContext, MetricRegistry metrics, @RealTime Clock realTime) {
        this.jobContext = jobContext;
        this.metrics = metrics;
        this.realTime = realTime;
        this.begin = realTime.instant();
    }

    @Override
    public void beforeJob() {
        begin = realTime.instant();
    }

    @Override
    public void afterJob() {
        // Without a word of its own a job ends with its batch status
        String outcome = Objects.requireNonNullElseGet(
                jobContext.getExitStatus(), () -> jobContext.getBatchStatus().name());
        metrics.timer("mypay_batch_jobs", new Tag("job", jobContext.getJobName()), new Tag("outcome", outcome))
                .update(Duration.between(begin, realTime.instant()));
    }
}
