package com.mypay.batchjobs.settle;

import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.frameworktest.TestCall;
import com.mypay.settlement.SettlementHouse;
import jakarta.batch.api.partition.PartitionPlan;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FranchiseRangesTest {

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private final SettlementHouse house = SettlementHouse.inMemory();

    private PartitionPlan plan(int partitions) {
        for (long franchiseId = 2001; franchiseId <= 2010; franchiseId++) {
            house.payment(franchiseId, 1_000, MONDAY);
        }
        JobRun job = new JobRun(house, 1, MONDAY).with(new SettlementSettings(partitions, 0, Optional.empty()));
        job.freeze();
        return job.plan();
    }

    @Test
    void aPartitionIsARangeOfFranchisesAndKnowsItsNumber() {
        PartitionPlan plan = plan(2);
        assertThat(plan.getPartitions()).isEqualTo(2);
        assertThat(plan.getThreads()).isEqualTo(2);
        Properties first = plan.getPartitionProperties()[0];
        Properties second = plan.getPartitionProperties()[1];
        assertThat(first)
                .containsEntry("partition", "0")
                .containsEntry("firstFranchise", "1")
                .containsEntry("lastFranchise", "2005");
        assertThat(second)
                .containsEntry("partition", "1")
                .containsEntry("firstFranchise", "2006")
                .containsEntry("lastFranchise", "999999999999999999");
    }

    @Test
    void manyPartitionsDoNotTakeAllConnections() {
        PartitionPlan plan = plan(64);
        assertThat(plan.getPartitions()).isEqualTo(64);
        assertThat(plan.getThreads()).isEqualTo(FranchiseRanges.MOST_THREADS);
    }

    @Test
    void moreRangesThanFranchisesSettleEachSlipOnce() {
        plan(64);
        JobRun job = new JobRun(house, 1, MONDAY);
        job.settleAll();
        assertThat(house.findCycles.ofDate(MONDAY).figures().settled().slips()).isEqualTo(10);
    }

    @Test
    void aDateThatWasNotFrozenHasNone() {
        assertThatThrownBy(() -> new JobRun(house, 1, MONDAY).plan())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no cycle of 2011-12-05 was frozen");
    }
}
