package com.mypay.batchjobs.operation;

import com.mypay.batchjobs.operation.JobRepository.Running;
import com.mypay.framework.log.Log;
import jakarta.batch.operations.JobExecutionAlreadyCompleteException;
import jakarta.batch.operations.JobExecutionNotMostRecentException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.operations.JobSecurityException;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * Finds executions whose server is gone, puts the repository right and restarts them with their own parameters. A server
 * is gone if it hasn't beaten for half a minute, or if it is this one and has just started: what it runs then, it has
 * left behind. May be called by several at once: who ends an execution restarts it. Should he die in between, whoever
 * looks half a minute later restarts it.
 *
 * <p>A job that takes its servers down with it would do so for ever: after {@value #MOST_RESTARTS} restarts an operator has
 * to look at it.
 */
@Dependent
public class LostJobs {

    /** Several beats; a server that pauses for longer is taken for dead. */
    static final Duration SILENT = Duration.ofSeconds(30);

    /** Of one instance, because its server was lost. */
    static final int MOST_RESTARTS = 5;

    private static final Log LOG = Log.of(LostJobs.class);

    private final JobRepository repository;
    private final JobOperator operator;
    private final InstantSource databaseTime;

    /**
     * What has lost its server.
     *
     * @param ended is ours to restart
     * @param leftAlone how many more there may be: their servers are silent, but so was this one
     */
    record Lost(List<Running> ended, int leftAlone) {}

    /** @param restarted executions that go on as new ones */
    record Recovered(int ended, int restarted) {

        boolean isComplete() {
            return ended == restarted;
        }
    }

    @Inject
    public LostJobs(JobRepository repository, JobOperator operator) {
        this(repository, operator, repository::now);
    }

    LostJobs(JobRepository repository, JobOperator operator, InstantSource databaseTime) {
        this.repository = repository;
        this.operator = operator;
        this.databaseTime = databaseTime;
    }

    /**
     * Ends them in the repository.
     *
     * @param serverId this server's
     * @param atStart whether it has just started
     */
    Lost end(String serverId, boolean atStart) {
        Instant now = databaseTime.instant();
        Instant then = now.minus(SILENT);
        // In this order: who begins to beat in between is alive
        List<Running> all = repository.running();
        Set<String> alive = repository.aliveSince(then);
        // The database may have been away for all of them: they get as long as this one has had to say that they live
        boolean mayTell = repository.isSteadySince(serverId, then);
        List<Running> lost = new ArrayList<>(takeLeft());
        int leftAlone = 0;
        for (Running running : all) {
            boolean own = running.serverId().equals(serverId);
            boolean gone = own ? atStart : !alive.contains(running.serverId());
            if (gone && !own && !mayTell) {
                leftAlone++;
                LOG.warning(
                        "execution {0} of {1} is left alone: its server {2} is silent, but this one was, too, until just now",
                        running.executionId(), running.job(), running.serverId());
            } else if (gone && repository.end(running, now)) {
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
        return new Lost(lost, leftAlone);
    }

    /** What was ended half a minute ago or earlier and doesn't go on: who ended it has died, and now it is ours. */
    List<Running> takeLeft() {
        Instant now = databaseTime.instant();
        Instant then = now.minus(SILENT);
        return repository.left(then).stream()
                .filter(left -> repository.claim(left, then, now))
                .toList();
    }

    Recovered restart(List<Running> lost) {
        List<Running> goOn = lost.stream().filter(Running::goesOn).toList();
        int restarted = 0;
        for (Running each : goOn) {
            if (isRestarted(each)) {
                restarted++;
            }
        }
        return new Recovered(goOn.size(), restarted);
    }

    private boolean isRestarted(Running lost) {
        try {
            long times = repository.timesLost(lost);
            if (times > MOST_RESTARTS) {
                repository.giveUp(lost);
                LOG.error(
                        "execution {0} of {1} isn't restarted any more, it has lost its server {2} times: look why in the"
                                + " servers' logs, then mypay batch restart {3}",
                        new IllegalStateException("server " + lost.serverId() + " was lost"),
                        lost.executionId(),
                        lost.job(),
                        times,
                        lost.instanceId());
                return false;
            }
            long execution = restart(lost);
            LOG.info("execution {0} of {1} goes on as {2}", lost.executionId(), lost.job(), execution);
            return true;
        } catch (RuntimeException e) {
            // The others are restarted all the same
            LOG.error("execution {0} can't be restarted", e, lost.executionId());
            return false;
        }
    }

    /** What the runtime refuses it refuses again: an operator has to look. Anything else the next look tries once more. */
    private long restart(Running lost) {
        try {
            Properties parameters = operator.getParameters(lost.executionId());
            return operator.restart(lost.executionId(), parameters);
        } catch (JobRestartException
                | JobExecutionAlreadyCompleteException
                | JobExecutionNotMostRecentException
                | NoSuchJobExecutionException
                | JobSecurityException e) {
            repository.giveUp(lost);
            throw e;
        }
    }
}
