package com.mypay.batchjobs.operation;

import com.mypay.batchjobs.operation.JobRepository.Running;
import com.mypay.framework.log.Log;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.batch.operations.JobOperator;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Says again and again that this server lives, and after its start restarts what a crash has left behind. At first it
 * ends those executions in the repository; the jobs themselves go on with the first beat, when the application is up.
 * From then on it looks for those that somebody has ended so and didn't live to restart.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DeclareRoles("batch-jobs")
@RunAs("batch-jobs")
public class RecoverJobs {

    static final String AT_START = "mypay.batch.recover-at-start";

    private static final Log LOG = Log.of(RecoverJobs.class);
    private static final long FIRST_BEAT_MILLIS = 2_000;
    private static final long BEAT_MILLIS = 5_000;
    /** Every half a minute: sooner there is nothing that may be taken. */
    private static final int BEATS_TO_A_LOOK = 6;

    @Inject
    private JobOperator operator;

    @Inject
    private LostJobs lostJobs;

    @Inject
    private JobRepository repository;

    @Inject
    @ConfigProperty(name = AT_START, defaultValue = "true")
    private boolean recoverAtStart;

    @Resource
    private TimerService timers;

    private List<Running> lost = List.of();
    private int beats;
    private @Nullable String lastFailure;

    @PostConstruct
    void start() {
        lost = leftBehind(lostJobs, operator, ThisServer.id(), recoverAtStart);
        // Before a job can run here: whoever runs one and has never beaten is taken for dead
        lastFailure = beat(repository, ThisServer.id(), repository::now, lastFailure);
        timers.createIntervalTimer(FIRST_BEAT_MILLIS, BEAT_MILLIS, new TimerConfig(null, false));
    }

    /** A startup bean that throws takes the application down; an operator will ask again. */
    static List<Running> leftBehind(LostJobs lostJobs, JobOperator operator, String serverId, boolean recoverAtStart) {
        List<Running> lost = List.of();
        try {
            lost = recoverAtStart ? lostJobs.end(serverId, true).ended() : List.of();
            // Asked anything, the runtime makes what this server has left in STARTED to FAILED: all that is there now
            LOG.info("jobs in the repository: {0}", operator.getJobNames());
        } catch (RuntimeException e) {
            LOG.error("the job repository does not answer", e);
        }
        return lost;
    }

    @Timeout
    void beat() {
        lastFailure = beat(repository, ThisServer.id(), repository::now, lastFailure);
        List<Running> waiting = lost;
        lost = List.of();
        if (!waiting.isEmpty()) {
            lostJobs.restart(waiting);
        }
        beats++;
        if (recoverAtStart && lastFailure == null && beats % BEATS_TO_A_LOOK == 0) {
            restartLeft(lostJobs);
        }
    }

    /** A timer whose work throws is called again much later, and this server has to beat. */
    static void restartLeft(LostJobs lostJobs) {
        try {
            lostJobs.restart(lostJobs.takeLeft());
        } catch (RuntimeException e) {
            LOG.error("the job repository doesn't tell what was left", e);
        }
    }

    /** @return what went wrong, to be told once */
    static @Nullable String beat(
            JobRepository repository, String serverId, InstantSource databaseTime, @Nullable String lastFailure) {
        try {
            repository.beat(serverId, databaseTime.instant());
            return null;
        } catch (RuntimeException e) {
            if (!e.toString().equals(lastFailure)) {
                LOG.error("this server can't say that it lives", e);
            }
            return e.toString();
        }
    }
}
