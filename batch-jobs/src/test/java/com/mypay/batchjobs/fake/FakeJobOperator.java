package com.mypay.batchjobs.fake;

import com.mypay.batchjobs.settle.SettlementJob;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobStartException;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.operations.NoSuchJobInstanceException;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.batch.runtime.StepExecution;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A job repository: each start is an instance with its executions. */
public final class FakeJobOperator implements JobOperator {

    private record Execution(String job, long instanceId, BatchStatus status, Properties parameters) {}

    private final List<Execution> executions = new ArrayList<>();
    private final List<Long> restarted = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private @Nullable String unstartable;

    /** What the runtime says to everything from now on; {@code null}: it works again. */
    public void failWith(@Nullable RuntimeException with) {
        failure = with;
    }

    /** Which job can't be started from now on, while all others can. */
    public void cannotStart(String job) {
        unstartable = job;
    }

    /** An execution that the test makes up. */
    public void add(long instanceId, BatchStatus status) {
        executions.add(new Execution(SettlementJob.NAME, instanceId, status, new Properties()));
    }

    /** All that run end so. */
    public void endAll(BatchStatus status) {
        executions.replaceAll(each -> isRunning(each.status())
                ? new Execution(each.job(), each.instanceId(), status, each.parameters())
                : each);
    }

    /** The business dates of all starts, in their order. */
    public List<String> started() {
        return executions.stream()
                .map(each -> each.parameters().getProperty("businessDate"))
                .toList();
    }

    /** The jobs of all starts, in their order, with the business date if there is one. */
    public List<String> startedJobs() {
        return executions.stream()
                .map(each -> each.job() + each.parameters().values())
                .toList();
    }

    /** Which executions were restarted. */
    public List<Long> restarted() {
        return restarted;
    }

    @Override
    public long start(String jobXmlName, Properties parameters) {
        checkJob(jobXmlName);
        if (jobXmlName.equals(unstartable)) {
            throw new JobStartException("can't start " + jobXmlName);
        }
        long id = executions.size() + 1L;
        executions.add(new Execution(jobXmlName, id, BatchStatus.STARTED, parameters));
        return id;
    }

    @Override
    public Set<String> getJobNames() {
        check();
        return executions.isEmpty() ? Set.of() : Set.of(SettlementJob.NAME);
    }

    @Override
    public List<Long> getRunningExecutions(String jobName) {
        checkJob(jobName);
        if (executions.stream().noneMatch(each -> each.job().equals(jobName))) {
            throw new NoSuchJobException(jobName);
        }
        List<Long> running = new ArrayList<>();
        for (int i = 0; i < executions.size(); i++) {
            if (executions.get(i).job().equals(jobName)
                    && isRunning(executions.get(i).status())) {
                running.add(i + 1L);
            }
        }
        return running;
    }

    @Override
    public List<JobExecution> getJobExecutions(JobInstance instance) {
        checkJob(instance.getJobName());
        List<JobExecution> found = executions.stream()
                .filter(each -> each.instanceId() == instance.getInstanceId())
                .<JobExecution>map(Told::new)
                .toList();
        if (found.isEmpty()) {
            throw new NoSuchJobInstanceException("no instance " + instance.getInstanceId());
        }
        return found;
    }

    private static boolean isRunning(BatchStatus status) {
        return status == BatchStatus.STARTING || status == BatchStatus.STARTED || status == BatchStatus.STOPPING;
    }

    private void checkJob(String name) {
        check();
        if (FakeJobOperator.class.getResource("/META-INF/batch-jobs/" + name + ".xml") == null) {
            throw new NoSuchJobException(name);
        }
    }

    private void check() {
        if (failure != null) {
            throw failure;
        }
    }

    private record Told(Execution execution) implements JobExecution {

        @Override
        public long getExecutionId() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getJobName() {
            return SettlementJob.NAME;
        }

        @Override
        public BatchStatus getBatchStatus() {
            return execution.status();
        }

        @Override
        public Date getStartTime() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Date getEndTime() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getExitStatus() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Date getCreateTime() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Date getLastUpdatedTime() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Properties getJobParameters() {
            return execution.parameters();
        }
    }

    @Override
    public int getJobInstanceCount(String jobName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<JobInstance> getJobInstances(String jobName, int start, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Properties getParameters(long executionId) {
        check();
        return executions.get((int) executionId - 1).parameters();
    }

    @Override
    public long restart(long executionId, Properties parameters) {
        check();
        restarted.add(executionId);
        executions.add(new Execution(
                SettlementJob.NAME,
                executions.get((int) executionId - 1).instanceId(),
                BatchStatus.STARTED,
                parameters));
        return executions.size();
    }

    @Override
    public void stop(long executionId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void abandon(long executionId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JobInstance getJobInstance(long executionId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public JobExecution getJobExecution(long executionId) {
        check();
        return new Told(executions.get((int) executionId - 1));
    }

    @Override
    public List<StepExecution> getStepExecutions(long jobExecutionId) {
        throw new UnsupportedOperationException();
    }
}
