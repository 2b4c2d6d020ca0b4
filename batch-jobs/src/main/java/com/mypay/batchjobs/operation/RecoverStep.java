package com.mypay.batchjobs.operation;

import com.mypay.batchjobs.operation.LostJobs.Lost;
import com.mypay.batchjobs.operation.LostJobs.Recovered;
import com.mypay.framework.log.Log;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** {@link LostJobs}, as a job: so starting it needs the operator's role, as starting any. */
@Named
@Dependent
public class RecoverStep extends AbstractBatchlet {

    static final String JOB = "recover-jobs";
    static final String COMPLETED = "COMPLETED";
    static final String COMPLETED_WITH_ITEMS = "COMPLETED_WITH_ITEMS";

    private static final Log LOG = Log.of(RecoverStep.class);

    private final LostJobs lostJobs;
    private final JobContext jobContext;

    @Inject
    public RecoverStep(LostJobs lostJobs, JobContext jobContext) {
        this.lostJobs = lostJobs;
        this.jobContext = jobContext;
    }

    @Override
    public String process() {
        return recover(ThisServer.id());
    }

    String recover(String serverId) {
        Lost lost = lostJobs.end(serverId, false);
        Recovered recovered = lostJobs.restart(lost.ended());
        LOG.info("{0} executions had lost their server, {1} go on", recovered.ended(), recovered.restarted());
        String exitStatus = recovered.isComplete() && lost.leftAlone() == 0 ? COMPLETED : COMPLETED_WITH_ITEMS;
        jobContext.setExitStatus(exitStatus);
        return exitStatus;
    }
}
