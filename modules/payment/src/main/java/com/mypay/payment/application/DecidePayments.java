package com.mypay.payment.application;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.payment.application.port.Money;
import com.mypay.payment.domain.Cancellation;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Decides what is open longer than any call takes: in doubt because money didn't answer, or left behind by a server that
 * died. Money is asked by its request id, which has one effect however often it is asked; where the request never arrived,
 * it has it now. May run on several servers at once.
 */
@ApplicationScoped
public class DecidePayments {

    /** Longer than a call to money with all its time-outs. */
    static final Duration OPEN_AT_LEAST = Duration.ofSeconds(20);

    static final int AT_MOST = 100;

    private static final Log LOG = Log.of(DecidePayments.class);

    private final Payments payments;
    private final PaymentLedger ledger;
    private final Money money;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    DecidePayments(Payments payments, PaymentLedger ledger, Money money, Transactions transactions, Clock clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.money = money;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DecidePayments() {
        this(null, null, null, null, null);
    }

    /** Each in its own GUID, one after the other; one that can't be decided yet doesn't hold up the others. */
    public void decide() {
        Instant before = clock.instant().minus(OPEN_AT_LEAST);
        List<PaymentId> open = transactions.inTransaction(() -> payments.findOpen(before, AT_MOST));
        open.forEach(id -> attempt(id, this::decidePayment));
        List<PaymentId> cancellations =
                transactions.inTransaction(() -> payments.findOpenCancellations(before, AT_MOST));
        cancellations.forEach(id -> attempt(id, this::decideCancellation));
    }

    private static void attempt(PaymentId id, Consumer<PaymentId> decision) {
        try {
            decision.accept(id);
        } catch (UnavailableException | UnknownOutcomeException e) {
            LOG.info("{0} stays open: {1}", id, e.getMessage());
        }
    }

    private void decidePayment(PaymentId id) {
        Payment payment = transactions.inTransaction(() -> payments.find(id).orElseThrow());
        contextOf(payment.guid()).run(() -> {
            try {
                Payment.Order order = payment.order();
                money.decrease(PayMyMoney.requestIdOf(id), order.member(), order.amount(), id);
                transactions.inTransaction(() -> ledger.approve(id));
            } catch (RejectedException e) {
                transactions.inTransaction(() -> ledger.fail(id, e.problem().name()));
            }
        });
    }

    private void decideCancellation(PaymentId id) {
        Cancellation cancellation =
                transactions.inTransaction(() -> payments.findCancellation(id).orElseThrow());
        contextOf(cancellation.guid()).run(() -> {
            try {
                Payment payment = transactions.inTransaction(
                        () -> payments.find(cancellation.paymentId()).orElseThrow());
                money.increase(CancelPayment.requestIdOf(id), payment.order().member(), cancellation.amount(), id);
                transactions.inTransaction(() -> ledger.approve(cancellation));
            } catch (RejectedException e) {
                transactions.inTransaction(() -> ledger.fail(cancellation));
            }
        });
    }

    /** The business transaction goes on under the GUID that it began with. */
    private static CallContext contextOf(String guid) {
        return new CallContext(new Guid(guid), 1, Caller.service("payment"), "decide/payments");
    }
}
