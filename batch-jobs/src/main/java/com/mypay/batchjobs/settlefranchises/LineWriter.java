package com.mypay.batchjobs.settlefranchises;

import com.mypay.settlement.application.SettleSlips;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.SettlementLine;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a chunk's lines and adds them to the franchises' sums, in the chunk's transaction. */
@Named
@Dependent
public class LineWriter extends AbstractItemWriter {

    @Inject
    @BatchProperty
    private String businessDate;

    @Inject
    @BatchProperty
    private String partition;

    @Inject
    private CycleCalls calls;

    @Inject
    private SettleSlips settleSlips;

    private @Nullable Cycle cycle;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        cycle = calls.call(businessDate, found -> found);
    }

    @Override
    public void writeItems(List<Object> items) {
        Cycle of = java.util.Objects.requireNonNull(cycle);
        List<SettlementLine> lines =
                items.stream().map(SettlementLine.class::cast).toList();
        calls.call(of, () -> {
            settleSlips.settle(new SettleSlips.Command(of.id(), Integer.parseInt(partition), lines));
            return of;
        });
    }
}
