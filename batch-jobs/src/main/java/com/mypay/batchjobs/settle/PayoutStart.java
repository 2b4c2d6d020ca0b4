package com.mypay.batchjobs.settle;

import com.mypay.framework.problem.RejectedException;
import com.mypay.settlement.application.StartPayouts;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Before any money moves: the lines have to come to what was frozen. */
@Named
@Dependent
public class PayoutStart extends AbstractStepListener {

    private final SettlementJob job;
    private final StartPayouts startPayouts;
    private final JobContext jobContext;
    private final String businessDate;

    @Inject
    public PayoutStart(
            SettlementJob job,
            StartPayouts startPayouts,
            JobContext jobContext,
            @BatchProperty(name = "businessDate") String businessDate) {
        this.job = job;
        this.startPayouts = startPayouts;
        this.jobContext = jobContext;
        this.businessDate = businessDate;
    }

    @Override
    public void beforeStep() {
        try {
            job.run(businessDate, "payout", () -> startPayouts.start(job.cycleId(businessDate)));
        } catch (RejectedException e) {
            jobContext.setExitStatus(e.problem().name());
            throw e;
        }
    }
}
