package com.mypay.batchjobs.settle;

import com.mypay.framework.log.Log;
import com.mypay.settlement.application.FindCycles;
import com.mypay.settlement.application.FindCycles.CycleNow;
import com.mypay.settlement.application.FindSettlements;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures;
import com.mypay.settlement.domain.PayoutStatus;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Says how it went: a line in the log, the job's exit status, and a file where one is wanted. The figures themselves are
 * in the cycle's row since it was closed.
 */
@Named
@Dependent
public class ReportStep extends AbstractBatchlet {

    static final String COMPLETED = "COMPLETED";
    static final String COMPLETED_WITH_ITEMS = "COMPLETED_WITH_ITEMS";

    private static final String STEP = "report";
    private static final Log LOG = Log.of(ReportStep.class);

    private final SettlementJob job;
    private final FindCycles findCycles;
    private final FindSettlements findSettlements;
    private final JobContext jobContext;
    private final Optional<Path> directory;
    private final String businessDate;

    @Inject
    public ReportStep(
            SettlementJob job,
            FindCycles findCycles,
            FindSettlements findSettlements,
            JobContext jobContext,
            SettlementSettings settings,
            @BatchProperty(name = "businessDate") String businessDate) {
        this.job = job;
        this.findCycles = findCycles;
        this.findSettlements = findSettlements;
        this.jobContext = jobContext;
        this.directory = settings.reportDirectory();
        this.businessDate = businessDate;
    }

    @Override
    public String process() throws IOException {
        Cycle cycle = job.cycle(businessDate);
        CycleNow now = job.call(businessDate, STEP, () -> findCycles.ofDate(cycle.businessDate()));
        if (directory.isPresent()) {
            SettlementFile file = new SettlementFile(directory.get(), cycle.businessDate());
            file.write(request -> job.call(businessDate, STEP, () -> findSettlements.page(cycle.id(), request)));
        }
        job.run(businessDate, STEP, () -> log(now));
        String exitStatus = now.needsALook() ? COMPLETED_WITH_ITEMS : COMPLETED;
        jobContext.setExitStatus(exitStatus);
        return exitStatus;
    }

    private static void log(CycleNow now) {
        CycleFigures figures = now.figures();
        LOG.info(
                "{0} is settled: {1} slips, {2} franchises, net {3}, carried in {4}, paid {5} to {6}, carried over {7} of {8}, no final answer {9}",
                now.cycle().businessDate(),
                now.cycle().frozen().slips(),
                figures.franchises(),
                figures.settled().net(),
                figures.carriedIn(),
                figures.payouts(PayoutStatus.COMPLETED).amount(),
                figures.payouts(PayoutStatus.COMPLETED).count(),
                figures.allCarried().amount(),
                figures.carriedFranchises(),
                figures.open().count());
    }
}
