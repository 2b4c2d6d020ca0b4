package com.mypay.batchjobs.settle;

import com.mypay.framework.log.Log;
import com.mypay.framework.problem.RejectedException;
import com.mypay.settlement.application.BusinessDateRanges;
import com.mypay.settlement.application.FreezeCycle;
import com.mypay.settlement.application.SettlementProblem;
import com.mypay.settlement.application.port.Jobs;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.DateRange;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens the date's cycle. A refusal is the step's exit status, and by the job's XML the job's. */
@Named
@Dependent
public class FreezeStep extends AbstractBatchlet {

    static final String FROZEN = "FROZEN";

    /** What ends the job without anything done; each has its transition in the XML. */
    static final Set<SettlementProblem> REFUSALS = Set.of(
            SettlementProblem.CYCLE_ALREADY_CLOSED,
            SettlementProblem.CYCLE_ALREADY_RUNNING,
            SettlementProblem.CYCLES_OVERLAP,
            SettlementProblem.BUSINESS_DATE_MALFORMED,
            SettlementProblem.BUSINESS_DATE_IN_FUTURE);

    private static final Log LOG = Log.of(FreezeStep.class);

    private final SettlementJob job;
    private final FreezeCycle freezeCycle;
    private final Jobs jobs;
    private final JobContext jobContext;
    private final SettlementSettings settings;
    private final @Nullable String businessDate;
    private final @Nullable String firstDate;

    /**
     * @param businessDate as somebody wrote it; {@code null} or empty where the job was started without one
     * @param firstDate where all dates from there on are one cycle; {@code null} or empty: the business date alone
     */
    @Inject
    public FreezeStep(
            SettlementJob job,
            FreezeCycle freezeCycle,
            Jobs jobs,
            JobContext jobContext,
            SettlementSettings settings,
            @BatchProperty(name = "businessDate") @Nullable String businessDate,
            @BatchProperty(name = "firstDate") @Nullable String firstDate) {
        this.job = job;
        this.freezeCycle = freezeCycle;
        this.jobs = jobs;
        this.jobContext = jobContext;
        this.settings = settings;
        this.businessDate = businessDate;
        this.firstDate = firstDate;
    }

    @Override
    public String process() {
        try {
            boolean one = firstDate == null || firstDate.isEmpty();
            DateRange dates = BusinessDateRanges.parse(one ? businessDate : firstDate, businessDate);
            return job.begin(dates.last(), () -> freeze(dates));
        } catch (RejectedException e) {
            if (!(e.problem() instanceof SettlementProblem problem) || !REFUSALS.contains(problem)) {
                throw e;
            }
            LOG.warning("{0} ({1})", problem.english(), e.getMessage());
            return problem.name();
        }
    }

    private String freeze(DateRange dates) {
        CycleId id = freezeCycle.freeze(
                new FreezeCycle.Command(dates, jobContext.getInstanceId(), settings.partitions()), jobs);
        LOG.info("cycle {0} of {1} is frozen", id, dates);
        return FROZEN;
    }
}
