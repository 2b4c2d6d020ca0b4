package com.mypay.batchjobs.settle;

import com.mypay.batchjobs.StepExchange;
import com.mypay.framework.context.CallContext;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step of a settlement, with the GUID of its cycle. */
@Named
@Dependent
public class SettlementExchange extends StepExchange {

    private final SettlementJob job;
    private final @Nullable String businessDate;

    @Inject
    public SettlementExchange(
            SettlementJob job,
            JobContext jobContext,
            StepContext stepContext,
            @BatchProperty(name = "businessDate") @Nullable String businessDate) {
        super(jobContext, stepContext);
        this.job = job;
        this.businessDate = businessDate;
    }

    @Override
    protected Optional<CallContext> context(String step) {
        return job.contextOf(businessDate, step);
    }
}
