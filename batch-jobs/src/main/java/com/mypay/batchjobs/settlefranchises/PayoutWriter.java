package com.mypay.batchjobs.settlefranchises;

import com.mypay.settlement.application.PayOut;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.Settlement;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides a chunk's settlements: payout as row and message, or carried over; in the chunk's transaction. */
@Named
@Dependent
public class PayoutWriter extends AbstractItemWriter {

    @Inject
    @BatchProperty
    private String businessDate;

    @Inject
    private CycleCalls calls;

    @Inject
    private PayOut payOut;

    private @Nullable Cycle cycle;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        cycle = calls.call(businessDate, found -> found);
    }

    @Override
    public void writeItems(List<Object> items) {
        Cycle of = java.util.Objects.requireNonNull(cycle);
        List<Settlement> settlements =
                items.stream().map(Settlement.class::cast).toList();
        calls.call(of, () -> {
            payOut.payOut(new PayOut.Command(of.id(), of.businessDate(), settlements));
            return of;
        });
    }
}
