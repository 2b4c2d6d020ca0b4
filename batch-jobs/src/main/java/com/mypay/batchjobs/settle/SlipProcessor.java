package com.mypay.batchjobs.settle;

import com.mypay.settlement.domain.SettlementLine;
import com.mypay.settlement.domain.Slip;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** What a slip comes to. */
@Named
@Dependent
public class SlipProcessor implements ItemProcessor {

    @Override
    public SettlementLine processItem(Object slip) {
        return SettlementLine.of((Slip) slip);
    }
}
