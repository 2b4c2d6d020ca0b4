package com.mypay.money.adapter.in.messaging;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.LocalConsumer;
import com.mypay.money.application.BookCommission;
import com.mypay.money.application.BookCommission.CycleSettled;
import com.mypay.money.application.BookPayout;
import com.mypay.money.application.BookPayout.PayoutCompleted;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** What settlement has earned and paid out: cycle-settled.v1 and payout-completed.v1. */
@MessageDriven(
        activationConfig = @ActivationConfigProperty(propertyName = "queue", propertyValue = "money.ledger-entries"))
public class LedgerEntriesConsumer extends LocalConsumer {

    static final String CYCLE_SETTLED = "cycle-settled.v1";
    static final String PAYOUT_COMPLETED = "payout-completed.v1";

    @Inject
    private BookCommission bookCommission;

    @Inject
    private BookPayout bookPayout;

    @Override
    protected void handle(IncomingMessage message) {
        switch (message.type()) {
            case CYCLE_SETTLED -> bookCommission.book(message.body(CycleSettled.class));
            case PAYOUT_COMPLETED -> bookPayout.book(message.body(PayoutCompleted.class));
            default -> throw new IllegalArgumentException("not a message for this queue: " + message.type());
        }
    }
}
