package com.mypay.payment.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.payment.domain.Cancellation;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** A payment with its cancellations. */
@ApplicationScoped
public class FindPayment {

    private final Payments payments;
    private final Transactions transactions;

    @Inject
    public FindPayment(Payments payments, Transactions transactions) {
        this.payments = payments;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindPayment() {
        this(null, null);
    }

    /** @param cancellations in the order of their requests */
    public record Found(Payment payment, List<Cancellation> cancellations) {}

    public Found find(Caller caller, PaymentId id) {
        return transactions.inTransaction(() -> {
            Payment payment = payments.find(id)
                    .filter(found -> caller.mayActFor(found.order().member())
                            || caller.mayActFor(found.order().franchise()))
                    .orElseThrow(() -> new RejectedException(PaymentProblem.PAYMENT_NOT_FOUND, "payment " + id));
            return new Found(payment, payments.cancellationsOf(id));
        });
    }
}
