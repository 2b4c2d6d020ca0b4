package com.mypay.batchjobs.fake;

import com.mypay.batchjobs.settle.SettlementJob;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One execution of a job instance. */
public final class FakeJobContext implements JobContext {

    private final long instanceId;
    private BatchStatus batchStatus = BatchStatus.STARTED;
    private @Nullable String exitStatus;

    public FakeJobContext(long instanceId) {
        this.instanceId = instanceId;
    }

    public void become(BatchStatus status) {
        batchStatus = status;
    }

    @Override
    public String getJobName() {
        return SettlementJob.NAME;
    }

    @Override
    public long getInstanceId() {
        return instanceId;
    }

    @Override
    public long getExecutionId() {
        return instanceId;
    }

    @Override
    public BatchStatus getBatchStatus() {
        return batchStatus;
    }

    @Override
    public @Nullable String getExitStatus() {
        return exitStatus;
    }

    @Override
    public void setExitStatus(String status) {
        exitStatus = status;
    }

    @Override
    public @Nullable Object getTransientUserData() {
        return null;
    }

    @Override
    public void setTransientUserData(Object data) {
        throw new UnsupportedOperationException("its threads share nothing");
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }
}
