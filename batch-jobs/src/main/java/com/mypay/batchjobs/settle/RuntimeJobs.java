package com.mypay.batchjobs.settle;

import com.mypay.settlement.application.port.Jobs;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobInstanceException;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobInstance;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;

/** {@link Jobs} as the server's job repository knows them, of all its servers. */
@Dependent
public class RuntimeJobs implements Jobs {

    private static final Set<BatchStatus> RUNNING =
            EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

    private record Instance(long instanceId) implements JobInstance {

        @Override
        public long getInstanceId() {
            return instanceId;
        }

        @Override
        public String getJobName() {
            return SettlementJob.NAME;
        }
    }

    private final JobOperator operator;

    @Inject
    public RuntimeJobs(JobOperator operator) {
        this.operator = operator;
    }

    @Override
    public boolean isRunning(long jobInstanceId) {
        try {
            return operator.getJobExecutions(new Instance(jobInstanceId)).stream()
                    .anyMatch(execution -> RUNNING.contains(execution.getBatchStatus()));
        } catch (NoSuchJobInstanceException e) {
            // Purged by an operator: it has long ended
            return false;
        }
    }
}
