package com.mypay.batchjobs.settlefranchises;

import com.mypay.batchjobs.runtime.RuntimeJobs;
import com.mypay.framework.log.Log;
import com.mypay.framework.problem.RejectedException;
import com.mypay.settlement.application.BusinessDates;
import com.mypay.settlement.application.FreezeCycle;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Opens the cycle of the date, or refuses: then the job's exit status is the problem's code. */
@Named
@Dependent
public class Freeze extends AbstractBatchlet {

    private static final Log LOG = Log.of(Freeze.class);

    /** As many as threads settle at a time, twice: so that a partition that ends early leaves work for another. */
    private static final int PARTITIONS = 4;

    @Inject
    @BatchProperty
    private String businessDate;

    @Inject
    private JobContext jobContext;

    @Inject
    private CycleCalls calls;

    @Inject
    private FreezeCycle freezeCycle;

    @Inject
    private RuntimeJobs jobs;

    @Override
    public String process() {
        return calls.first(() -> {
            try {
                freezeCycle.freeze(
                        new FreezeCycle.Command(
                                BusinessDates.parse(businessDate), jobContext.getInstanceId(), PARTITIONS),
                        jobs);
                return "FROZEN";
            } catch (RejectedException e) {
                LOG.warning("settlement of {0} refused: {1}", businessDate, e.getMessage());
                jobContext.setExitStatus(e.problem().name());
                return "REFUSED";
            }
        });
    }
}
