package com.mypay.batchjobs.slips;

import com.mypay.batchjobs.StepExchange;
import com.mypay.framework.context.CallContext;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** A step of an import, with the import's GUID. */
@Named
@Dependent
public class ImportExchange extends StepExchange {

    private final ImportJob job;

    @Inject
    public ImportExchange(ImportJob job, JobContext jobContext, StepContext stepContext) {
        super(jobContext, stepContext);
        this.job = job;
    }

    @Override
    protected Optional<CallContext> context(String step) {
        return job.contextOf(step);
    }
}
