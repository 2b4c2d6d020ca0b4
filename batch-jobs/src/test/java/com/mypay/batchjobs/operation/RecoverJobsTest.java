package com.mypay.batchjobs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.batchjobs.fake.FakeJobOperator;
import com.mypay.batchjobs.fake.LogLines;
import jakarta.batch.operations.BatchRuntimeException;
import org.junit.jupiter.api.Test;

class RecoverJobsTest {

    private final FakeJobOperator operator = new FakeJobOperator();

    @Test
    void asksTheRuntimeWhichThenRecoversWhatACrashHasLeft() {
        try (LogLines log = new LogLines(RecoverJobs.class)) {
            RecoverJobs.recover(operator);
            assertThat(log.containing("jobs in the repository")).hasSize(1);
        }
    }

    @Test
    void aRepositoryThatDoesNotAnswerDoesNotStopTheStart() {
        operator.failWith(new BatchRuntimeException("no connection"));
        try (LogLines log = new LogLines(RecoverJobs.class)) {
            RecoverJobs.recover(operator);
            assertThat(log.containing("SEVERE")).hasSize(1);
        }
    }
}
