package com.mypay.batchjobs.operation;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.transaction.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The batch runtime's own tables, for what it doesn't do itself: to end what a server that is gone has left as running, so
 * that it is restarted, and to forget what has long ended. Numbers of states are the ordinals of {@code BatchStatus} and of
 * Liberty's {@code InstanceState}.
 */
@ApplicationScoped
public class JobRepository {

    /** The exit status of an execution whose server is gone: it is to go on. */
    static final String SERVER_LOST = "SERVER_LOST";

    private static final String FAILED = "FAILED";

    private static final String IN_FLIGHT = " IN (0, 1, 2)";
    private static final String EXECUTIONS = "SELECT E.JOBEXECID, E.FK_JOBINSTANCEID, E.SERVERID, I.JOBNAME"
            + " FROM JB_JOBEXECUTION E JOIN JB_JOBINSTANCE I ON I.JOBINSTANCEID = E.FK_JOBINSTANCEID";
    private static final String FIND = EXECUTIONS + " WHERE E.BATCHSTATUS" + IN_FLIGHT + " ORDER BY E.JOBEXECID";
    private static final String FIND_LEFT = EXECUTIONS + " WHERE E.BATCHSTATUS = 4 AND E.EXITSTATUS = 'SERVER_LOST'"
            + " AND E.UPDATETIME <= ? AND NOT EXISTS (SELECT 1 FROM JB_JOBEXECUTION N"
            + " WHERE N.FK_JOBINSTANCEID = E.FK_JOBINSTANCEID AND N.EXECNUM > E.EXECNUM) ORDER BY E.JOBEXECID";
    private static final String CLAIM_LEFT = "UPDATE JB_JOBEXECUTION SET UPDATETIME = ?"
            + " WHERE JOBEXECID = ? AND EXITSTATUS = 'SERVER_LOST' AND UPDATETIME <= ?";
    private static final String GIVE_UP =
            "UPDATE JB_JOBEXECUTION SET EXITSTATUS = 'FAILED' WHERE JOBEXECID = ? AND EXITSTATUS = 'SERVER_LOST'";
    private static final String COUNT_LOST = "SELECT COUNT(*) AS TIMES FROM JB_JOBEXECUTION"
            + " WHERE FK_JOBINSTANCEID = ? AND EXITSTATUS = 'SERVER_LOST'";
    private static final String END_EXECUTION =
            "UPDATE JB_JOBEXECUTION SET BATCHSTATUS = 4, EXITSTATUS = ?, ENDTIME = ?, UPDATETIME = ? WHERE JOBEXECID = ? AND BATCHSTATUS"
                    + IN_FLIGHT;
    private static final String END_INSTANCE = "UPDATE JB_JOBINSTANCE SET BATCHSTATUS = 4, INSTANCESTATE = 4,"
            + " EXITSTATUS = 'FAILED', UPDATETIME = ? WHERE JOBINSTANCEID = ? AND BATCHSTATUS" + IN_FLIGHT;
    private static final String END_STEPS = "UPDATE JB_STEPTHREADEXECUTION SET BATCHSTATUS = 4, INTERNALSTATUS = 4,"
            + " EXITSTATUS = 'FAILED', ENDTIME = ? WHERE FK_JOBEXECID = ? AND BATCHSTATUS" + IN_FLIGHT;

    /** Where the database went away under a running job, its end may be noted and that of a partition not. */
    private static final String END_STEPS_OF_ENDED = "UPDATE JB_STEPTHREADEXECUTION SET BATCHSTATUS = 4,"
            + " INTERNALSTATUS = 4, EXITSTATUS = 'FAILED', ENDTIME = ? WHERE BATCHSTATUS" + IN_FLIGHT
            + " AND FK_JOBEXECID IN (SELECT E.JOBEXECID FROM JB_JOBEXECUTION E WHERE E.BATCHSTATUS IN (3, 4, 6))";

    /** Instances that are taken out of the repository in one transaction. */
    static final int CHUNK = 100;

    /** Stopped, failed, completed, abandoned. */
    private static final String ENDED =
            "SELECT I.JOBINSTANCEID FROM JB_JOBINSTANCE I WHERE I.BATCHSTATUS IN (3, 4, 5, 6)"
                    + " AND COALESCE(I.UPDATETIME, I.CREATETIME) < ? AND NOT EXISTS (SELECT 1 FROM JB_JOBEXECUTION E"
                    + " WHERE E.FK_JOBINSTANCEID = I.JOBINSTANCEID AND E.BATCHSTATUS" + IN_FLIGHT + ")"
                    + " ORDER BY I.JOBINSTANCEID FETCH FIRST " + CHUNK + " ROWS ONLY";

    private static final String OF_INSTANCE =
            " IN (SELECT E.JOBEXECID FROM JB_JOBEXECUTION E WHERE E.FK_JOBINSTANCEID = ?)";

    /** In the order of their foreign keys. */
    private static final List<String> PURGE = List.of(
            "DELETE FROM JB_REMOTABLEPARTITION WHERE FK_JOBEXECUTIONID" + OF_INSTANCE,
            "DELETE FROM JB_STEPTHREADINSTANCE WHERE FK_JOBINSTANCEID = ?",
            "DELETE FROM JB_STEPTHREADEXECUTION WHERE FK_TOPLVL_STEPEXECID IS NOT NULL AND FK_JOBEXECID" + OF_INSTANCE,
            "DELETE FROM JB_STEPTHREADEXECUTION WHERE FK_JOBEXECID" + OF_INSTANCE,
            "DELETE FROM JB_JOBPARAMETER WHERE FK_JOBEXECID" + OF_INSTANCE,
            "DELETE FROM JB_JOBEXECUTION WHERE FK_JOBINSTANCEID = ?",
            "DELETE FROM JB_GROUPASSOCIATION WHERE FK_JOBINSTANCEID = ?",
            "DELETE FROM JB_JOBINSTANCE WHERE JOBINSTANCEID = ?");

    private static final String BEAT = "UPDATE BATCH_SERVER SET BEATING_SINCE = CASE WHEN BEAT_AT < ?"
            + " OR BEATING_SINCE IS NULL THEN ? ELSE BEATING_SINCE END, BEAT_AT = ? WHERE SERVER_ID = ?";
    private static final String FIRST_BEAT =
            "INSERT INTO BATCH_SERVER (BEAT_AT, BEATING_SINCE, SERVER_ID) VALUES (?, ?, ?)";
    private static final String ALIVE = "SELECT SERVER_ID FROM BATCH_SERVER WHERE BEAT_AT > ?";
    private static final String STEADY = ALIVE + " AND BEATING_SINCE <= ? AND SERVER_ID = ?";

    /** Servers' clocks differ, and a beat of one is looked at by another: both go by this one. */
    private static final String NOW = "SELECT SYSTIMESTAMP AS READ_AT FROM DUAL";

    /** Some beats; more of them missing, and a server has been cut off from the database. */
    private static final Duration PAUSE = Duration.ofSeconds(15);

    @Resource(lookup = "java:comp/env/jdbc/jobs")
    private DataSource dataSource;

    private final Transactions transactions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    protected JobRepository(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JobRepository() {
        this(null);
    }

    JobRepository(DataSource dataSource, Transactions transactions) {
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    /** Outside of a server. */
    public static JobRepository on(DataSource dataSource, Transactions transactions) {
        return new JobRepository(dataSource, transactions);
    }

    /** An execution that the repository has as running. */
    record Running(long executionId, long instanceId, String serverId, String job) {

        /** The recovery itself is begun anew by the next one. */
        boolean goesOn() {
            return !job.equals(RecoverStep.JOB);
        }
    }

    List<Running> running() {
        return transactions.inTransaction(() -> jdbc().query(FIND, JobRepository::read));
    }

    private static Running read(ResultSet row) throws SQLException {
        return new Running(
                row.getLong("JOBEXECID"),
                row.getLong("FK_JOBINSTANCEID"),
                String.valueOf(row.getString("SERVERID")),
                String.valueOf(row.getString("JOBNAME")));
    }

    /** The database's time, by which beats are compared. */
    Instant now() {
        return transactions
                .inTransaction(() -> jdbc().queryOne(NOW, row -> row.getObject("READ_AT", OffsetDateTime.class)))
                .orElseThrow()
                .toInstant();
    }

    /** Ended as lost before then, and not restarted since: whoever wanted to has died, too. */
    List<Running> left(Instant before) {
        return transactions.inTransaction(() -> jdbc().query(FIND_LEFT, JobRepository::read, before));
    }

    /** @return whether this call may restart it: of several at once one may */
    boolean claim(Running left, Instant before, Instant now) {
        return transactions.inTransaction(() -> jdbc().update(CLAIM_LEFT, now, left.executionId(), before) == 1);
    }

    /** Nobody restarts it by itself any more. */
    void giveUp(Running lost) {
        transactions.inTransaction(() -> jdbc().update(GIVE_UP, lost.executionId()));
    }

    /** @return how many executions of its instance have lost their server, this one among them */
    long timesLost(Running lost) {
        return transactions
                .inTransaction(() -> jdbc().queryOne(COUNT_LOST, row -> row.getLong("TIMES"), lost.instanceId()))
                .orElse(0L);
    }

    /**
     * Ends an execution, with all its steps and partitions: as lost if it is to go on, else as failed.
     *
     * @return whether this call has done it: of several that recover at once one has
     */
    boolean end(Running lost, Instant now) {
        return transactions.inTransaction(() -> {
            Jdbc jdbc = jdbc();
            jdbc.update(END_STEPS, now, lost.executionId());
            String exitStatus = lost.goesOn() ? SERVER_LOST : FAILED;
            boolean ended = jdbc.update(END_EXECUTION, exitStatus, now, now, lost.executionId()) == 1;
            jdbc.update(END_INSTANCE, now, lost.instanceId());
            return ended;
        });
    }

    /** @return how many steps or partitions of executions that have ended were still noted down as running */
    int endStepsOfEnded(Instant now) {
        return transactions.inTransaction(() -> jdbc().update(END_STEPS_OF_ENDED, now));
    }

    /**
     * Takes the oldest instances that have ended out of the repository, with all their executions: a chunk, in a transaction
     * of its own. What is restarted meanwhile is refused by its foreign key, and with it the chunk.
     *
     * @return how many; 0 if there are none left
     */
    public int purgeEndedBefore(Instant before) {
        return transactions.inTransaction(() -> {
            List<@Nullable Object[]> ended =
                    jdbc().query(ENDED, row -> new @Nullable Object[] {row.getLong("JOBINSTANCEID")}, before);
            PURGE.forEach(sql -> jdbc().batch(sql, ended));
            return ended.size();
        });
    }

    void beat(String serverId, Instant now) {
        transactions.inTransaction(() -> {
            if (jdbc().update(BEAT, now.minus(PAUSE), now, now, serverId) == 0) {
                jdbc().update(FIRST_BEAT, now, now, serverId);
            }
        });
    }

    /** @return whether this server lives and has beaten without a pause since then at the latest */
    boolean isSteadySince(String serverId, Instant then) {
        return transactions.inTransaction(
                () -> !jdbc().query(STEADY, row -> row.getString("SERVER_ID"), then, then, serverId)
                        .isEmpty());
    }

    Set<String> aliveSince(Instant then) {
        return transactions.inTransaction(
                () -> new HashSet<>(jdbc().query(ALIVE, row -> row.getString("SERVER_ID"), then)));
    }

    private Jdbc jdbc() {
        return new Jdbc(dataSource);
    }
}
