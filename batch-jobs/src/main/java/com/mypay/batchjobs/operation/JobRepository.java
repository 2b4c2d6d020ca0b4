package com.mypay.batchjobs.operation;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.transaction.Transactions;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The batch runtime's own tables, for the one thing that it doesn't do itself: to end what a server that is gone has left
 * as running. Numbers of states are the ordinals of {@code BatchStatus} and of Liberty's {@code InstanceState}.
 */
@ApplicationScoped
public class JobRepository {

    private static final String IN_FLIGHT = " IN (0, 1, 2)";
    private static final String FIND = "SELECT E.JOBEXECID, E.FK_JOBINSTANCEID, E.SERVERID, I.JOBNAME"
            + " FROM JB_JOBEXECUTION E JOIN JB_JOBINSTANCE I ON I.JOBINSTANCEID = E.FK_JOBINSTANCEID"
            + " WHERE E.BATCHSTATUS" + IN_FLIGHT + " ORDER BY E.JOBEXECID";
    private static final String END_EXECUTION = "UPDATE JB_JOBEXECUTION SET BATCHSTATUS = 4, EXITSTATUS = 'FAILED',"
            + " ENDTIME = ?, UPDATETIME = ? WHERE JOBEXECID = ? AND BATCHSTATUS" + IN_FLIGHT;
    private static final String END_INSTANCE = "UPDATE JB_JOBINSTANCE SET BATCHSTATUS = 4, INSTANCESTATE = 4,"
            + " EXITSTATUS = 'FAILED', UPDATETIME = ? WHERE JOBINSTANCEID = ? AND BATCHSTATUS" + IN_FLIGHT;
    private static final String END_STEPS = "UPDATE JB_STEPTHREADEXECUTION SET BATCHSTATUS = 4, INTERNALSTATUS = 4,"
            + " EXITSTATUS = 'FAILED', ENDTIME = ? WHERE FK_JOBEXECID = ? AND BATCHSTATUS" + IN_FLIGHT;

    /** Where the database went away under a running job, its end may be noted and that of a partition not. */
    private static final String END_STEPS_OF_ENDED = "UPDATE JB_STEPTHREADEXECUTION SET BATCHSTATUS = 4,"
            + " INTERNALSTATUS = 4, EXITSTATUS = 'FAILED', ENDTIME = ? WHERE BATCHSTATUS" + IN_FLIGHT
            + " AND FK_JOBEXECID IN (SELECT E.JOBEXECID FROM JB_JOBEXECUTION E WHERE E.BATCHSTATUS IN (3, 4, 6))";

    private static final String BEAT = "UPDATE BATCH_SERVER SET BEAT_AT = ? WHERE SERVER_ID = ?";
    private static final String FIRST_BEAT = "INSERT INTO BATCH_SERVER (BEAT_AT, SERVER_ID) VALUES (?, ?)";
    private static final String ALIVE = "SELECT SERVER_ID FROM BATCH_SERVER WHERE BEAT_AT > ?";

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

    /** An execution that the repository has as running. */
    record Running(long executionId, long instanceId, String serverId, String job) {}

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

    /**
     * Ends an execution as failed, with all its steps and partitions.
     *
     * @return whether this call has done it: of several that recover at once one has
     */
    boolean end(Running lost, Instant now) {
        return transactions.inTransaction(() -> {
            Jdbc jdbc = jdbc();
            jdbc.update(END_STEPS, now, lost.executionId());
            boolean ended = jdbc.update(END_EXECUTION, now, now, lost.executionId()) == 1;
            jdbc.update(END_INSTANCE, now, lost.instanceId());
            return ended;
        });
    }

    /** @return how many steps or partitions of executions that have ended were still noted down as running */
    int endStepsOfEnded(Instant now) {
        return transactions.inTransaction(() -> jdbc().update(END_STEPS_OF_ENDED, now));
    }

    void beat(String serverId, Instant now) {
        transactions.inTransaction(() -> {
            if (jdbc().update(BEAT, now, serverId) == 0) {
                jdbc().update(FIRST_BEAT, now, serverId);
            }
        });
    }

    Set<String> aliveSince(Instant then) {
        return transactions.inTransaction(
                () -> new HashSet<>(jdbc().query(ALIVE, row -> row.getString("SERVER_ID"), then)));
    }

    private Jdbc jdbc() {
        return new Jdbc(dataSource);
    }
}
