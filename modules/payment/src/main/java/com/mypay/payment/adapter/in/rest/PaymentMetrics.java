package com.mypay.payment.adapter.in.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.annotation.Metric;

/** Money moved by payments, as monitoring sees it. A repeated request counts again: these are answers, not a ledger. */
@ApplicationScoped
public class PaymentMetrics {

    @Inject
    @Metric(name = "mypay_payment_approved_won", absolute = true, description = "Won paid at franchises")
    private Counter approvedWon;

    @Inject
    @Metric(name = "mypay_payment_cancelled_won", absolute = true, description = "Won given back")
    private Counter cancelledWon;

    void paid(long amountWon) {
        approvedWon.inc(amountWon);
    }

    void cancelled(long amountWon) {
        cancelledWon.inc(amountWon);
    }
}
