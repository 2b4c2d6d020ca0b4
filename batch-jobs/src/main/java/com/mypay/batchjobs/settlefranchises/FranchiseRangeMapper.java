package com.mypay.batchjobs.settlefranchises;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;

/** One partition per range of franchises; which range is found by its number, the same again after a restart. */
@Named
@Dependent
public class FranchiseRangeMapper implements PartitionMapper {

    /** At a time, for 2 cores. */
    private static final int THREADS = 2;

    @Inject
    @BatchProperty
    private String businessDate;

    @Inject
    private CycleCalls calls;

    @Override
    public PartitionPlan mapPartitions() {
        int partitions = calls.call(businessDate, cycle -> cycle.partitions());
        Properties[] properties = new Properties[partitions];
        for (int i = 0; i < partitions; i++) {
            properties[i] = new Properties();
            properties[i].setProperty("partition", Integer.toString(i));
        }
        PartitionPlanImpl plan = new PartitionPlanImpl();
        plan.setPartitions(partitions);
        plan.setThreads(THREADS);
        plan.setPartitionProperties(properties);
        return plan;
    }
}
