package com.mypay.batchjobs.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.settlement.SettlementHouse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Besides all: what a chunk that isn't committed leaves, which only a database can show. */
class ImportSlipsOnDatabaseTest extends ImportSlipsTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    @Override
    SettlementHouse newHouse() {
        return SettlementHouse.on(DATABASE);
    }

    @Test
    void aJobThatDiesGoesOnBehindItsLastCommit() {
        ImportRun job = job(1, HEADER + payments(10));
        job.check();
        job.importChunks(1);
        assertThatThrownBy(job::importAndDie).hasMessage("killed");
        assertThat(house.findImports.byJob(1).imported()).isEqualTo(ImportRun.CHUNK);

        assertThat(job.run()).isEqualTo("COMPLETED");
        assertThat(house.findImports.byJob(1).imported()).isEqualTo(10);
        assertThat(house.findImports.byJob(1).known()).isZero();
        assertThat(slip("A-10")).isPresent();
    }

    @Test
    void ofTwoJobsThatOpenTheSameFileAtOnceOneDoes() {
        file(HEADER + payments(1));
        AtomicLong instances = new AtomicLong();
        List<String> checked = call.atOnce(2, () -> {
            long instance = instances.incrementAndGet();
            synchronized (house.runningJobs) {
                house.runningJobs.add(instance);
            }
            return jobOfFile(instance).check();
        });
        assertThat(checked).containsExactlyInAnyOrder(CheckFileStep.CHECKED, "IMPORT_ALREADY_RUNNING");
    }

    @Test
    void moreThatOnlyTheReplicaRejectsThanMayBeSkippedEndTheJob() {
        String strangers = payments(4).replace(",2001,", ",2002,");
        ImportRun job = job(1, HEADER + strangers);
        job.check();
        assertThatThrownBy(() -> job.importChunks(ImportRun.ALL)).hasMessageContaining("TOO_MANY_REJECTED");
        assertThat(job.context.getExitStatus()).isEqualTo("TOO_MANY_REJECTED");
        assertThat(house.findImports.byJob(1).lastLine()).isZero();
    }
}
