package com.mypay.batchjobs;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.edge.EdgeChain;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.edge.Exchange.Direction;
import com.mypay.framework.edge.Exchange.Edge;
import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Each step of a job passes the edge's filters, as each request does: so the image log has when it began and ended. */
public abstract class StepExchange extends AbstractStepListener {

    private final JobContext jobContext;
    private final StepContext stepContext;
    private @Nullable Exchange exchange;

    protected StepExchange(JobContext jobContext, StepContext stepContext) {
        this.jobContext = jobContext;
        this.stepContext = stepContext;
    }

    /** With the GUID of the job's business transaction; empty as long as there is none. */
    protected abstract Optional<CallContext> context(String step);

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

    private void within(Exchange step, Runnable filters) {
        context(stepContext.getStepName())
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
