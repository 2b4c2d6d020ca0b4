package com.mypay.batchjobs.runtime;

import com.mypay.settlement.application.port.Jobs;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.enterprise.context.Dependent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@link Jobs} as the server's batch runtime knows them. */
@Dependent
public class RuntimeJobs implements Jobs {

    private static final Set<BatchStatus> RUNNING =
            EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);
    private static final String JOB = "settle-franchises";
    private static final int PAGE = 100;

    @Override
    public boolean isRunning(long jobInstanceId) {
        JobOperator operator = BatchRuntime.getJobOperator();
        try {
            // Newest first: a running one is found at once
            for (int start = 0; ; start += PAGE) {
                List<JobInstance> page = operator.getJobInstances(JOB, start, PAGE);
                for (JobInstance instance : page) {
                    if (instance.getInstanceId() == jobInstanceId) {
                        return isRunning(operator, instance);
                    }
                }
                if (page.size() < PAGE) {
                    return false;
                }
            }
        } catch (NoSuchJobException e) {
            return false;
        }
    }

    private static boolean isRunning(JobOperator operator, JobInstance instance) {
        return operator.getJobExecutions(instance).stream()
                .map(JobExecution::getBatchStatus)
                .anyMatch(RUNNING::contains);
    }
}
