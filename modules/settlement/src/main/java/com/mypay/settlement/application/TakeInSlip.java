package com.mypay.settlement.application;

import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.application.message.SlipIssued;
import com.mypay.settlement.domain.Slips;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Copies a slip into settlement's replica. Slips come in any order, a cancellation before its payment too: each one
 * carries all that its commission needs.
 */
@Dependent
public class TakeInSlip {

    private final Slips slips;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public TakeInSlip(Slips slips, Transactions transactions, Clock clock) {
        this.slips = slips;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A message that comes twice never gets here: the inbox drops it. A slip under a second message id is refused. */
    public void takeIn(SlipIssued event) {
        transactions.inTransaction(() -> slips.add(event.toSlip(), clock.instant()));
    }
}
