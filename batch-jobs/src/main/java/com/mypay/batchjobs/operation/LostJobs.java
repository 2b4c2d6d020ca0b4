package com.mypay.batchjobs.operation;

import com.mypay.batchjobs.operation.JobRepository.Running;
import com.mypay.framework.clock.RealTime;
import com.mypay.framework.log.Log;
import jakarta.batch.operations.JobOperator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * Finds executions whose server is gone, puts the repository right and restarts them with their own parameters. A server
 * is gone if it hasn't beaten for half a minute, or if it is this one and has just started: what it runs then, it has
 * left behind. May be called by several at once: who ends an execution restarts it.
 */
@Dependent
public class LostJobs {

    /** Several beats; a server that pauses for longer is taken for dead. */
    static final Duration SILENT = Duration.ofSeconds(30);

    private static final Log LOG = Log.of(LostJobs.class);

    private final JobRepository repository;
    private final JobOperator operator;
    private final Clock realTime;

    /** @param restarted executions that go on as new ones */
    record Recovered(int ended, int restarted) {

        boolean isComplete() {
            return ended == restarted;
        }
    }

    @Inject
    public LostJobs(JobRepository repository, JobOperator operator, @RealTime Clock realTime) {
        this.repository = repository;
        this.operator = operator;
        this.realTime = realTime;
    }

    /**
     * Ends them in the repository.
     *
     * @param serverId this server's
     * @param atStart whether it has just started
     */
    List<Running> end(String serverId, boolean atStart) {
        Instant now = realTime.instant();
        // In this order: who begins to beat in between is alive
        List<Running> all = repository.running();
        Set<String> alive = repository.aliveSince(now.minus(SILENT));
        List<Running> lost = new ArrayList<>();
        for (Running running : all) {
            boolean own = running.serverId().equals(serverId);
            boolean gone = own ? atStart : !alive.contains(running.serverId());
            if (gone && repository.end(running, now)) {
                LOG.warning(
                        "execution {0} of {1} has lost its server {2}",
                        running.executionId(), running.job(), running.serverId());
                lost.add(running);
            }
        }
        int partitions = repository.endStepsOfEnded(now);
        if (partitions > 0) {
            LOG.warning("{0} steps and partitions of ended executions were noted down as running", partitions);
        }
        return lost;
    }

    Recovered restart(List<Running> lost) {
        int restarted = 0;
        for (Running each : lost) {
            if (!each.job().equals(RecoverStep.JOB) && restart(each)) {
                restarted++;
            }
        }
        long own =
                lost.stream().filter(each -> each.job().equals(RecoverStep.JOB)).count();
        return new Recovered(lost.size() - (int) own, restarted);
    }

    private boolean restart(Running lost) {
        try {
            Properties parameters = operator.getParameters(lost.executionId());
            long execution = operator.restart(lost.executionId(), parameters);
            LOG.info("execution {0} of {1} goes on as {2}", lost.executionId(), lost.job(), execution);
            return true;
        } catch (RuntimeException e) {
            // The others are restarted all the same
            LOG.error("execution " + lost.executionId() + " can't be restarted", e);
            return false;
        }
    }
}
