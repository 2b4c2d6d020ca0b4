package com.mypay.batchjobs.settlefranchises;

import com.mypay.settlement.domain.SettlementLine;
import com.mypay.settlement.domain.Slip;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** A slip's line: amount, commission by the slip's own terms, net. */
@Named
@Dependent
public class LineProcessor implements ItemProcessor {

    @Override
    public Object processItem(Object slip) {
        return SettlementLine.of((Slip) slip);
    }
}
