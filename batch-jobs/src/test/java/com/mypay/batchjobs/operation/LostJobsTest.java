package com.mypay.batchjobs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.batchjobs.fake.FakeJobContext;
import com.mypay.batchjobs.fake.FakeJobOperator;
import com.mypay.batchjobs.fake.LogLines;
import com.mypay.batchjobs.operation.JobRepository.Running;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.fake.MutableClock;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobRestartException;
import jakarta.batch.runtime.BatchStatus;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the repository as Liberty has it. */
class LostJobsTest {

    private static final String HERE = "localhost//opt/mypay/one";
    private static final String THERE = "localhost//opt/mypay/two";
    private static final String SETTLE = "settle-franchises";
    /** As Liberty keeps them. */
    private static final int STARTED = 1;

    private static final int FAILED = 4;
    private static final int COMPLETED = 5;

    private static final LostJobs.Lost NOTHING = new LostJobs.Lost(List.of(), 0);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT_JOBS");

    private final MutableClock clock = MutableClock.inSeoul("2026-03-02T02:00");
    private final FakeJobOperator operator = new FakeJobOperator();
    private final JobRepository repository = new JobRepository(DATABASE.dataSource(), DATABASE.transactions());
    private final LostJobs lostJobs = new LostJobs(repository, operator, clock);

    /** An execution as the operator's API has it, too, with a step and a partition of it. */
    private long execution(String server, String job, int status, int partitionStatus) {
        Properties parameters = new Properties();
        parameters.setProperty("businessDate", "2026-03-01");
        long id = operator.start(SETTLE, parameters);
        operator.endAll(status == STARTED ? BatchStatus.STARTED : BatchStatus.FAILED);
        DATABASE.transactions().inTransaction(() -> {
            Instant now = clock.instant();
            DATABASE.jdbc()
                    .update(
                            "INSERT INTO JB_JOBINSTANCE (JOBINSTANCEID, BATCHSTATUS, CREATETIME, INSTANCESTATE, JOBNAME,"
                                    + " NUMEXECS) VALUES (?, ?, ?, 3, ?, 1)",
                            id,
                            status,
                            now,
                            job);
            DATABASE.jdbc()
                    .update(
                            "INSERT INTO JB_JOBEXECUTION (JOBEXECID, BATCHSTATUS, CREATETIME, EXECNUM, SERVERID,"
                                    + " FK_JOBINSTANCEID) VALUES (?, ?, ?, 0, ?, ?)",
                            id,
                            status,
                            now,
                            server,
                            id);
            step(id, -1, status);
            step(id, 0, partitionStatus);
        });
        return id;
    }

    private static void step(long execution, int partition, int status) {
        DATABASE.jdbc()
                .update(
                        "INSERT INTO JB_STEPTHREADEXECUTION (STEPEXECID, BATCHSTATUS, M_COMMIT, M_FILTER, INTERNALSTATUS,"
                                + " PARTNUM, M_PROCESSSKIP, M_READ, M_READSKIP, M_ROLLBACK, STEPNAME, M_WRITE, M_WRITESKIP,"
                                + " FK_JOBEXECID) VALUES (?, ?, 0, 0, ?, ?, 0, 0, 0, 0, 'settle', 0, 0, ?)",
                        execution * 10 + partition + 1,
                        status,
                        status,
                        partition,
                        execution);
    }

    private static List<Integer> statuses(long execution) {
        return DATABASE.transactions()
                .inTransaction(() -> DATABASE.jdbc()
                        .query(
                                "SELECT BATCHSTATUS FROM JB_JOBEXECUTION WHERE JOBEXECID = ?"
                                        + " UNION ALL SELECT BATCHSTATUS FROM JB_JOBINSTANCE WHERE JOBINSTANCEID = ?"
                                        + " UNION ALL SELECT BATCHSTATUS FROM JB_STEPTHREADEXECUTION WHERE FK_JOBEXECID = ?",
                                row -> row.getInt("BATCHSTATUS"),
                                execution,
                                execution,
                                execution));
    }

    @Test
    void whatAServerThatIsSilentHasLeftIsEndedAndGoesOnWithItsParameters() {
        repository.beat(THERE, clock.instant());
        long lost = execution(THERE, SETTLE, STARTED, STARTED);
        beatsFor(LostJobs.SILENT.plusSeconds(1));

        FakeJobContext context = new FakeJobContext(9);
        assertThat(new RecoverStep(lostJobs, context).recover(HERE)).isEqualTo("COMPLETED");

        assertThat(statuses(lost)).containsOnly(FAILED);
        assertThat(operator.restarted()).containsExactly(lost);
        assertThat(operator.started()).containsExactly("2026-03-01", "2026-03-01");
        assertThat(context.getExitStatus()).isEqualTo("COMPLETED");
        assertThat(lostJobs.end(HERE, false)).isEqualTo(NOTHING);
    }

    @Test
    void whatAServerThatLivesRunsIsLeftAlone() {
        repository.beat(HERE, clock.instant());
        repository.beat(THERE, clock.instant());
        repository.beat(THERE, clock.instant());
        long here = execution(HERE, SETTLE, STARTED, STARTED);
        long there = execution(THERE, SETTLE, STARTED, STARTED);
        clock.advance(LostJobs.SILENT.minusSeconds(1));

        assertThat(lostJobs.end(HERE, false)).isEqualTo(NOTHING);

        assertThat(statuses(here)).containsOnly(STARTED);
        assertThat(statuses(there)).containsOnly(STARTED);
    }

    @Test
    void aServerThatHasJustStartedRunsNothingYet() {
        repository.beat(HERE, clock.instant());
        long lost = execution(HERE, SETTLE, STARTED, COMPLETED);
        long before = execution(HERE, SETTLE, COMPLETED, COMPLETED);

        List<Running> ended = RecoverJobs.leftBehind(lostJobs, operator, HERE, true);
        assertThat(ended).extracting(Running::executionId).containsExactly(lost);
        assertThat(RecoverJobs.leftBehind(lostJobs, operator, HERE, true))
                .as("somebody else has ended it and restarts it")
                .isEmpty();

        assertThat(statuses(lost)).containsOnly(FAILED, COMPLETED);
        assertThat(statuses(before)).containsOnly(COMPLETED);
        assertThat(lostJobs.restart(ended).isComplete()).isTrue();
        assertThat(operator.restarted()).containsExactly(lost);
    }

    @Test
    void switchedOffNothingOfItIsTouched() {
        long lost = execution(HERE, SETTLE, STARTED, STARTED);
        assertThat(RecoverJobs.leftBehind(lostJobs, operator, HERE, false)).isEmpty();
        assertThat(statuses(lost)).containsOnly(STARTED);
    }

    @Test
    void aPartitionThatIsNotedDownAsRunningOfAnEndedExecutionIsEnded() {
        long ended = execution(HERE, SETTLE, FAILED, STARTED);
        assertThat(lostJobs.end(HERE, false)).isEqualTo(NOTHING);
        assertThat(statuses(ended)).containsOnly(FAILED);
        assertThat(operator.restarted()).isEmpty();
    }

    @Test
    void whatTheRuntimeRefusesToRestartNeedsALook() {
        execution(THERE, SETTLE, STARTED, STARTED);
        execution(THERE, RecoverStep.JOB, STARTED, STARTED);
        beatsFor(LostJobs.SILENT);
        List<Running> ended = lostJobs.end(HERE, false).ended();
        assertThat(ended).hasSize(2);
        operator.failWith(new JobRestartException("no"));
        assertThat(lostJobs.restart(ended)).isEqualTo(new LostJobs.Recovered(1, 0));

        operator.failWith(null);
        clock.advance(LostJobs.SILENT);
        assertThat(lostJobs.takeLeft()).as("an operator looks").isEmpty();
    }

    @Test
    void whatCouldNotBeRestartedForTheMomentTheNextLookRestarts() {
        long lost = execution(THERE, SETTLE, STARTED, STARTED);
        beatsFor(LostJobs.SILENT);
        operator.failWith(new BatchRuntimeException("no connection"));
        assertThat(lostJobs.restart(lostJobs.end(HERE, false).ended())).isEqualTo(new LostJobs.Recovered(1, 0));

        operator.failWith(null);
        clock.advance(LostJobs.SILENT);
        assertThat(lostJobs.takeLeft()).extracting(Running::executionId).containsExactly(lost);
    }

    @Test
    void whatNobodyLivedToRestartTheNextLookRestarts() {
        long lost = execution(THERE, SETTLE, STARTED, STARTED);
        beatsFor(LostJobs.SILENT);
        assertThat(lostJobs.end(HERE, false).ended()).hasSize(1);
        assertThat(exitStatus(lost)).isEqualTo("SERVER_LOST");

        clock.advance(LostJobs.SILENT.minusSeconds(1));
        assertThat(lostJobs.takeLeft()).as("who has ended it may be about to").isEmpty();
        clock.advance(Duration.ofSeconds(1));
        List<Running> taken = lostJobs.takeLeft();
        assertThat(lostJobs.takeLeft()).as("of two one").isEmpty();
        lostJobs.restart(taken);

        assertThat(operator.restarted()).containsExactly(lost);
        executionAfter(lost, 1, STARTED, "STARTED");
        clock.advance(LostJobs.SILENT);
        assertThat(lostJobs.takeLeft()).as("it goes on").isEmpty();
    }

    @Test
    void whatACallOfRecoverFindsIsAlsoWhatWasLeft() {
        long lost = execution(HERE, SETTLE, STARTED, STARTED);
        assertThat(RecoverJobs.leftBehind(lostJobs, operator, HERE, true)).hasSize(1);
        clock.advance(LostJobs.SILENT);

        assertThat(new RecoverStep(lostJobs, new FakeJobContext(9)).recover(HERE))
                .isEqualTo("COMPLETED");

        assertThat(operator.restarted()).containsExactly(lost);
    }

    @Test
    void aRestartThatFailsBecauseTheDatabaseIsAwayIsTriedAgain() {
        long lost = execution(HERE, SETTLE, STARTED, STARTED);
        List<Running> ended = RecoverJobs.leftBehind(lostJobs, operator, HERE, true);
        operator.failWith(new IllegalStateException("no connection"));
        assertThat(lostJobs.restart(ended).isComplete()).isFalse();

        operator.failWith(null);
        clock.advance(LostJobs.SILENT);
        assertThat(lostJobs.restart(lostJobs.takeLeft()).isComplete()).isTrue();
        assertThat(operator.restarted()).containsExactly(lost);
    }

    @Test
    void whatTakesEachServerDownIsNotRestartedForEver() {
        long lost = execution(THERE, SETTLE, STARTED, STARTED);
        for (int before = 1; before <= LostJobs.MOST_RESTARTS; before++) {
            executionAfter(lost, -before, FAILED, "SERVER_LOST");
        }
        beatsFor(LostJobs.SILENT);
        try (LogLines log = new LogLines(LostJobs.class)) {
            assertThat(new RecoverStep(lostJobs, new FakeJobContext(9)).recover(HERE))
                    .isEqualTo("COMPLETED_WITH_ITEMS");
            assertThat(log.containing("has lost its server 6 times"))
                    .singleElement()
                    .asString()
                    .contains("mypay batch restart " + lost);
        }
        assertThat(operator.restarted()).isEmpty();
        assertThat(exitStatus(lost)).isEqualTo("FAILED");
        clock.advance(LostJobs.SILENT);
        assertThat(lostJobs.takeLeft()).isEmpty();
    }

    @Test
    void whoWasCutOffFromTheDatabaseTakesNobodyForDead() {
        long there = execution(THERE, SETTLE, STARTED, STARTED);
        beatsFor(LostJobs.SILENT);
        repository.beat(THERE, clock.instant());
        clock.advance(LostJobs.SILENT);

        repository.beat(HERE, clock.instant());
        FakeJobContext context = new FakeJobContext(9);
        assertThat(new RecoverStep(lostJobs, context).recover(HERE)).isEqualTo("COMPLETED_WITH_ITEMS");
        assertThat(lostJobs.end(HERE, false)).isEqualTo(new LostJobs.Lost(List.of(), 1));
        assertThat(statuses(there)).containsOnly(STARTED);

        beatsFor(LostJobs.SILENT);
        assertThat(lostJobs.end(HERE, false).ended())
                .extracting(Running::executionId)
                .containsExactly(there);
    }

    /** Whose clock is minutes off is not dead, and takes nobody for dead. */
    @Test
    void beatsGoByTheDatabasesClock() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant now = repository.now();
        assertThat(now).isBetween(before, Instant.now());
        RecoverJobs.beat(repository, THERE, repository::now, null);
        assertThat(repository.aliveSince(now.minusMillis(1))).contains(THERE);
    }

    /** This server beats, as its timer does, and the time passes. */
    private void beatsFor(Duration howLong) {
        Instant until = clock.instant().plus(howLong);
        repository.beat(HERE, clock.instant());
        while (clock.instant().isBefore(until)) {
            clock.advance(Duration.ofSeconds(1));
            repository.beat(HERE, clock.instant());
        }
    }

    /** Another one of the same instance. */
    private void executionAfter(long execution, int later, int status, String exitStatus) {
        DATABASE.transactions()
                .inTransaction(() -> DATABASE.jdbc()
                        .update(
                                "INSERT INTO JB_JOBEXECUTION (JOBEXECID, BATCHSTATUS, CREATETIME, EXECNUM, EXITSTATUS,"
                                        + " UPDATETIME, SERVERID, FK_JOBINSTANCEID) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                execution + 100 + later,
                                status,
                                clock.instant(),
                                later,
                                exitStatus,
                                clock.instant(),
                                HERE,
                                execution));
    }

    private static String exitStatus(long execution) {
        return DATABASE.transactions()
                .inTransaction(() -> DATABASE.jdbc()
                        .queryOne(
                                "SELECT EXITSTATUS FROM JB_JOBEXECUTION WHERE JOBEXECID = ?",
                                row -> String.valueOf(row.getString("EXITSTATUS")),
                                execution)
                        .orElseThrow());
    }

    @Test
    void aRepositoryThatDoesNotAnswerDoesNotStopTheStart() {
        operator.failWith(new BatchRuntimeException("no connection"));
        try (LogLines log = new LogLines(RecoverJobs.class)) {
            assertThat(RecoverJobs.leftBehind(lostJobs, operator, HERE, false)).isEmpty();
            assertThat(log.containing("SEVERE")).hasSize(1);
        }
    }

    @Test
    void aServerThatCannotBeatSaysSoOnce() {
        try (LogLines log = new LogLines(RecoverJobs.class)) {
            DataSource gone = (DataSource) Proxy.newProxyInstance(
                    LostJobsTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> {
                        throw new SQLException("gone");
                    });
            JobRepository none = new JobRepository(gone, DATABASE.transactions());
            RecoverJobs.restartLeft(new LostJobs(none, operator, clock));
            assertThat(log.containing("SEVERE")).hasSize(1);

            String failure = RecoverJobs.beat(none, HERE, clock, null);
            assertThat(RecoverJobs.beat(none, HERE, clock, failure)).isEqualTo(failure);
            assertThat(log.containing("SEVERE")).hasSize(2);
        }
    }

    /** The server's bean, as far as it is asked. */
    public interface ServerInfo {
        String getDefaultHostname();

        String getUserDirectory();

        String getName();
    }

    @Test
    void thisServerHasTheNameThatTheRuntimeGivesIt() throws JMException {
        ServerInfo info = new ServerInfo() {
            @Override
            public String getDefaultHostname() {
                return "localhost";
            }

            @Override
            public String getUserDirectory() {
                return "/opt/mypay/";
            }

            @Override
            public String getName() {
                return "one";
            }
        };
        MBeanServer beans = MBeanServerFactory.newMBeanServer();
        beans.registerMBean(
                new StandardMBean(info, ServerInfo.class), new ObjectName("WebSphere:feature=kernel,name=ServerInfo"));
        assertThat(ThisServer.id(beans)).isEqualTo(HERE);
    }
}
