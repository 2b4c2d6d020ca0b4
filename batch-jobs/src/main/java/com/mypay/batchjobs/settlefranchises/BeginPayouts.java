package com.mypay.batchjobs.settlefranchises;

import com.mypay.settlement.application.StartPayouts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Lets the payouts begin once every line is there and the sums are right. */
@Named("startPayouts")
@Dependent
public class BeginPayouts extends AbstractBatchlet {

    @Inject
    @BatchProperty
    private String businessDate;

    @Inject
    private CycleCalls calls;

    @Inject
    private StartPayouts startPayouts;

    @Override
    public String process() {
        return calls.call(businessDate, cycle -> {
            startPayouts.start(cycle.id());
            return "STARTED";
        });
    }
}
