package com.mypay.settlement.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.frameworktest.TestCall;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.domain.ImportId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may import a file; what comes of its lines is shown with the job, in batch-jobs. */
class OpenImportTest {

    private static final ImportId FILE = new ImportId("a".repeat(32));

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("batch"));

    private final SettlementHouse house = SettlementHouse.inMemory();

    private void open(ImportId file, long job) {
        house.openImport.open(new OpenImport.Command(file, "slips.csv", 10, job), house.runningJobs::contains);
    }

    private void assertRefused(ImportId file, long job, SettlementProblem problem) {
        assertThatThrownBy(() -> open(file, job))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    @Test
    void aFileHasOneImportThatOneJobOwnsAtATime() {
        open(FILE, 1);
        open(FILE, 1);
        house.runningJobs.add(1L);
        assertRefused(FILE, 2, SettlementProblem.IMPORT_ALREADY_RUNNING);
        house.runningJobs.clear();
        open(FILE, 2);
        assertThat(house.findImports.byJob(2).id()).isEqualTo(FILE);
        house.closeImport.close(FILE);
        house.closeImport.close(FILE);
        open(FILE, 2);
        assertRefused(FILE, 3, SettlementProblem.IMPORT_ALREADY_DONE);
    }

    @Test
    void aJobKeepsItsFile() {
        open(FILE, 1);
        assertRefused(new ImportId("b".repeat(32)), 1, SettlementProblem.IMPORT_CHANGED);
        assertThatThrownBy(() -> house.findImports.byJob(2))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(SettlementProblem.IMPORT_NOT_FOUND));
    }
}
