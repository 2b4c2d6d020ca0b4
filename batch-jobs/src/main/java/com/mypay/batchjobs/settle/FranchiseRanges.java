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

    private final SettlementJob job;
    private final FindSettlementWork findWork;

    @Inject
    @BatchProperty
    private String businessDate;

    @Inject
    public FranchiseRanges(SettlementJob job, FindSettlementWork findWork) {
        this.job = job;
        this.findWork = findWork;
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
        plan.setThreads(properties.length);
        plan.setPartitionProperties(properties);
        return plan;
    }
}
