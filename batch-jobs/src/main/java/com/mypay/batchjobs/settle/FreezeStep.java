package com.mypay.batchjobs.settle;

import com.mypay.framework.log.Log;
import com.mypay.framework.problem.RejectedException;
import com.mypay.settlement.application.BusinessDates;
import com.mypay.settlement.application.FreezeCycle;
import com.mypay.settlement.application.port.Jobs;
import com.mypay.settlement.domain.CycleId;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Opens the date's cycle. A refusal is the step's exit status, and by the job's XML the job's. */
@Named
@Dependent
public class FreezeStep extends AbstractBatchlet {

    static final String FROZEN = "FROZEN";

    private static final Log LOG = Log.of(FreezeStep.class);

    private final SettlementJob job;
    private final FreezeCycle freezeCycle;
    private final Jobs jobs;
    private final JobContext jobContext;
    private final int partitions;

    @Inject
    @BatchProperty
    private @Nullable String businessDate;

    @Inject
    public FreezeStep(
            SettlementJob job,
            FreezeCycle freezeCycle,
            Jobs jobs,
            JobContext jobContext,
            @ConfigProperty(name = "mypay.batch.settle.partitions", defaultValue = "2") int partitions) {
        this.job = job;
        this.freezeCycle = freezeCycle;
        this.jobs = jobs;
        this.jobContext = jobContext;
        this.partitions = partitions;
    }

    @Override
    public String process() {
        return freeze(businessDate);
    }

    String freeze(@Nullable String text) {
        try {
            LocalDate date = BusinessDates.parse(text);
            return job.begin(date, () -> freeze(date));
        } catch (RejectedException e) {
            LOG.warning("{0} ({1})", e.problem().english(), e.getMessage());
            return e.problem().name();
        }
    }

    private String freeze(LocalDate date) {
        CycleId id = freezeCycle.freeze(new FreezeCycle.Command(date, jobContext.getInstanceId(), partitions), jobs);
        LOG.info("cycle {0} of {1} is frozen", id, date);
        return FROZEN;
    }
}
