package com.mypay.batchjobs.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.batchjobs.fake.FakeJobOperator;
import jakarta.batch.operations.JobSecurityException;
import jakarta.batch.runtime.BatchStatus;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuntimeJobsTest {

    private static final Set<BatchStatus> RUNNING =
            EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

    private final FakeJobOperator operator = new FakeJobOperator();
    private final RuntimeJobs jobs = new RuntimeJobs(operator);

    @Test
    void aJobRunsFromItsStartUntilItHasStopped() {
        long instanceId = 0;
        for (BatchStatus status : BatchStatus.values()) {
            operator.add(++instanceId, status);
            assertThat(jobs.isRunning(instanceId)).as(status.name()).isEqualTo(RUNNING.contains(status));
        }
    }

    @Test
    void aRestartedJobRunsAgain() {
        operator.add(1, BatchStatus.FAILED);
        assertThat(jobs.isRunning(1)).isFalse();
        operator.add(1, BatchStatus.STARTED);
        assertThat(jobs.isRunning(1)).isTrue();
    }

    @Test
    void aJobThatWasPurgedDoesNotRun() {
        assertThat(jobs.isRunning(99)).isFalse();
    }

    @Test
    void whereTheRuntimeDoesNotTellNobodyTakesACycleOver() {
        operator.add(1, BatchStatus.FAILED);
        operator.failWith(new JobSecurityException("not allowed"));
        assertThatThrownBy(() -> jobs.isRunning(1)).isInstanceOf(JobSecurityException.class);
    }
}
