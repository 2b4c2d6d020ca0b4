package com.mypay.batchjobs.settle;

import com.mypay.settlement.application.PayOut;
import com.mypay.settlement.domain.Settlement;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Decides and pays a chunk of settlements, in the chunk's transaction. */
@Named
@Dependent
public class PayoutWriter extends AbstractItemWriter {

    private final SettlementJob job;
    private final PayOut payOut;
    private final String businessDate;

    @Inject
    public PayoutWriter(SettlementJob job, PayOut payOut, @BatchProperty(name = "businessDate") String businessDate) {
        this.job = job;
        this.payOut = payOut;
        this.businessDate = businessDate;
    }

    @Override
    public void writeItems(List<Object> items) {
        List<Settlement> undecided = items.stream().map(Settlement.class::cast).toList();
        job.run(
                businessDate,
                PayOut.STEP,
                () -> payOut.payOut(new PayOut.Command(
                        job.cycleId(businessDate), job.cycle(businessDate).businessDate(), undecided)));
    }
}
