package com.mypay.batchjobs.settle;

import com.mypay.framework.edge.EdgeChain;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.edge.Exchange.Direction;
import com.mypay.framework.edge.Exchange.Edge;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Each step of the job passes the edge's filters, as each request does: so the image log has when it began and ended. */
@Named
@Dependent
public class StepExchange extends AbstractStepListener {

    private final SettlementJob job;
    private final JobContext jobContext;
    private final StepContext stepContext;
    private final @Nullable String businessDate;
    private @Nullable Exchange exchange;

    @Inject
    public StepExchange(
            SettlementJob job,
            JobContext jobContext,
            StepContext stepContext,
            @BatchProperty(name = "businessDate") @Nullable String businessDate) {
        this.job = job;
        this.jobContext = jobContext;
        this.stepContext = stepContext;
        this.businessDate = businessDate;
    }

    @Override
    public void beforeStep() {
        String peer = jobContext.getJobName() + " " + jobContext.getExecutionId();
        Exchange begun =
                new Exchange(Direction.IN, Edge.BATCH, peer, jobContext.getJobName() + "/" + stepContext.getStepName());
        exchange = begun;
        within(begun, () -> EdgeChain.current().before(begun));
    }

    @Override
    public void afterStep() {
        Exchange ended = exchange;
        if (ended == null) {
            return;
        }
        ended.status(exitStatus());
        within(ended, () -> EdgeChain.current().after(ended));
    }

    /** With the GUID of the job's cycle, as soon as there is one. */
    private void within(Exchange step, Runnable filters) {
        job.contextOf(businessDate, stepContext.getStepName())
                .ifPresentOrElse(
                        context -> context.run(() -> {
                            step.within(context);
                            filters.run();
                        }),
                        filters);
    }

    /** What the step has set itself; otherwise the runtime has yet to say that a step that still runs is complete. */
    private String exitStatus() {
        @Nullable String exit = stepContext.getExitStatus();
        if (exit != null) {
            return exit;
        }
        BatchStatus status = stepContext.getBatchStatus();
        return status == BatchStatus.STARTED ? BatchStatus.COMPLETED.name() : status.name();
    }
}
