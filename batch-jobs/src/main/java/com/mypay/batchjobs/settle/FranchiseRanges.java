package com.mypay.batchjobs.settle;

import com.mypay.settlement.application.FindSettlementWork;
import com.mypay.settlement.domain.FranchiseRange;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Properties;

/**
 * A partition for each range of franchises. The ranges follow from the frozen slips and the number that the cycle keeps,
 * so a restart gets its old partitions.
 */
@Named
@Dependent
public class FranchiseRanges implements PartitionMapper {

    /** Partitions beyond wait for a thread: each one that runs holds a connection of settlement's pool, which has 20. */
    static final int MOST_THREADS = 8;

    private final SettlementJob job;
    private final FindSettlementWork findWork;
    private final String businessDate;

    @Inject
    public FranchiseRanges(
            SettlementJob job, FindSettlementWork findWork, @BatchProperty(name = "businessDate") String businessDate) {
        this.job = job;
        this.findWork = findWork;
        this.businessDate = businessDate;
    }

    @Override
    public PartitionPlan mapPartitions() {
        List<FranchiseRange> ranges = job.call(businessDate, "settle", () -> findWork.ranges(job.cycle(businessDate)));
        Properties[] properties = new Properties[ranges.size()];
        for (int partition = 0; partition < properties.length; partition++) {
            FranchiseRange range = ranges.get(partition);
            properties[partition] = new Properties();
            properties[partition].setProperty("partition", Integer.toString(partition));
            properties[partition].setProperty("firstFranchise", range.first().toString());
            properties[partition].setProperty("lastFranchise", range.last().toString());
        }
        PartitionPlan plan = new PartitionPlanImpl();
        plan.setPartitions(properties.length);
        plan.setThreads(Math.min(properties.length, MOST_THREADS));
        plan.setPartitionProperties(properties);
        return plan;
    }
}
