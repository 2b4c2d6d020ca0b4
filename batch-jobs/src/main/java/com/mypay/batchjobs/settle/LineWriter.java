package com.mypay.batchjobs.settle;

import com.mypay.settlement.application.SettleSlips;
import com.mypay.settlement.domain.SettlementLine;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Writes a chunk of lines, in the chunk's transaction. */
@Named
@Dependent
public class LineWriter extends AbstractItemWriter {

    private final SettlementJob job;
    private final SettleSlips settleSlips;
    private final String businessDate;
    private final int partition;

    @Inject
    public LineWriter(
            SettlementJob job,
            SettleSlips settleSlips,
            @BatchProperty(name = "businessDate") String businessDate,
            @BatchProperty(name = "partition") int partition) {
        this.job = job;
        this.settleSlips = settleSlips;
        this.businessDate = businessDate;
        this.partition = partition;
    }

    @Override
    public void writeItems(List<Object> items) {
        List<SettlementLine> lines =
                items.stream().map(SettlementLine.class::cast).toList();
        job.run(
                businessDate,
                SettleSlips.STEP + "/" + partition,
                () -> settleSlips.settle(new SettleSlips.Command(job.cycleId(businessDate), partition, lines)));
    }
}
