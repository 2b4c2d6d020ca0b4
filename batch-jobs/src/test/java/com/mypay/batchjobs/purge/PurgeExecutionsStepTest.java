package com.mypay.batchjobs.purge;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.batchjobs.operation.JobRepository;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.fake.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the repository as Liberty has it. */
class PurgeExecutionsStepTest {

    private static final int STARTED = 1;
    private static final int FAILED = 4;
    private static final int COMPLETED = 5;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT_JOBS");

    private final MutableClock realTime = MutableClock.inSeoul("2026-06-01T03:00");
    private final Instant longAgo = realTime.instant().minus(Duration.ofDays(31));
    private final PurgeExecutionsStep step = new PurgeExecutionsStep(
            new PurgeRun(new CountingIds()),
            new PurgeSettings(90, 90, 30),
            JobRepository.on(DATABASE.dataSource(), DATABASE.transactions()),
            realTime);

    /** With an execution, a step, its partition, what is kept for a restart, and its parameters. */
    private static void instance(long id, int status, Instant ended) {
        DATABASE.transactions().inTransaction(() -> {
            insert(
                    "INSERT INTO JB_JOBINSTANCE (JOBINSTANCEID, BATCHSTATUS, CREATETIME, UPDATETIME, INSTANCESTATE, NUMEXECS)"
                            + " VALUES (?, ?, ?, ?, 3, 1)",
                    id,
                    status,
                    ended,
                    ended);
            insert(
                    "INSERT INTO JB_JOBEXECUTION (JOBEXECID, BATCHSTATUS, CREATETIME, EXECNUM, FK_JOBINSTANCEID)"
                            + " VALUES (?, ?, ?, 0, ?)",
                    id,
                    status,
                    ended,
                    id);
            String steps =
                    "INSERT INTO JB_STEPTHREADEXECUTION (STEPEXECID, BATCHSTATUS, M_COMMIT, M_FILTER, INTERNALSTATUS,"
                            + " PARTNUM, M_PROCESSSKIP, M_READ, M_READSKIP, M_ROLLBACK, STEPNAME, M_WRITE, M_WRITESKIP,"
                            + " FK_JOBEXECID, FK_TOPLVL_STEPEXECID) VALUES (?, ?, 0, 0, ?, ?, 0, 0, 0, 0, 'settle', 0, 0, ?, ";
            insert(steps + "NULL)", id * 10, status, status, -1, id);
            insert(steps + id * 10 + ")", id * 10 + 1, status, status, 0, id);
            insert(
                    "INSERT INTO JB_STEPTHREADINSTANCE (PARTNUM, STEPNAME, FK_JOBINSTANCEID, FK_LATEST_STEPEXECID)"
                            + " VALUES (-1, 'settle', ?, ?)",
                    id,
                    id * 10);
            insert("INSERT INTO JB_JOBPARAMETER (NAME, VALUE, FK_JOBEXECID) VALUES ('businessDate', 'D', ?)", id);
            insert("INSERT INTO JB_GROUPASSOCIATION (FK_JOBINSTANCEID, GROUPNAMES) VALUES (?, 'g')", id);
            insert(
                    "INSERT INTO JB_REMOTABLEPARTITION (PARTNUM, STEPNAME, FK_JOBEXECUTIONID, FK_STEPEXECUTIONID)"
                            + " VALUES (0, 'settle', ?, ?)",
                    id,
                    id * 10 + 1);
        });
    }

    private static void insert(String sql, Object... values) {
        DATABASE.jdbc().update(sql, values);
    }

    private static List<Long> left(String column, String table) {
        return DATABASE.transactions()
                .inTransaction(() -> DATABASE.jdbc()
                        .query(
                                "SELECT DISTINCT " + column + " AS ID FROM " + table + " ORDER BY 1",
                                row -> row.getLong("ID")));
    }

    @Test
    void whatEndedLongAgoIsGoneWithAllItsRowsAndNothingElse() {
        instance(1, COMPLETED, longAgo);
        instance(2, FAILED, longAgo);
        instance(3, STARTED, longAgo);
        instance(4, COMPLETED, realTime.instant());
        for (long id = 100; id < 205; id++) {
            instance(id, COMPLETED, longAgo);
        }

        assertThat(step.process()).isEqualTo("COMPLETED");

        assertThat(left("JOBINSTANCEID", "JB_JOBINSTANCE")).containsExactly(3L, 4L);
        assertThat(left("FK_JOBINSTANCEID", "JB_JOBEXECUTION")).containsExactly(3L, 4L);
        assertThat(left("FK_JOBEXECID", "JB_STEPTHREADEXECUTION")).containsExactly(3L, 4L);
        assertThat(left("FK_JOBINSTANCEID", "JB_STEPTHREADINSTANCE")).containsExactly(3L, 4L);
        assertThat(left("FK_JOBEXECID", "JB_JOBPARAMETER")).containsExactly(3L, 4L);
        assertThat(left("FK_JOBINSTANCEID", "JB_GROUPASSOCIATION")).containsExactly(3L, 4L);
        assertThat(left("FK_JOBEXECUTIONID", "JB_REMOTABLEPARTITION")).containsExactly(3L, 4L);
    }

    @Test
    void stoppedItEndsWithTheChunkThatRuns() {
        instance(1, COMPLETED, longAgo);
        step.stop();
        assertThat(step.process()).isEqualTo("STOPPED");
        assertThat(left("JOBINSTANCEID", "JB_JOBINSTANCE")).containsExactly(1L);
    }
}
