package com.mypay.payment.application;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.payment.domain.Cancellation;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is open and nobody works on: in doubt because money didn't answer, or left behind by a server that died.
 * Money is asked by its request id, which has one effect however often it is asked; where the request never arrived, it
 * has it now. May run on several servers at once.
 */
@ApplicationScoped
public class DecidePayments {

    /** Read at once; a round goes through all of them. */
    static final int PAGE_SIZE = 100;

    private static final Log LOG = Log.of(DecidePayments.class);

    private final Payments payments;
    private final PayMyMoney payMyMoney;
    private final CancelPayment cancelPayment;
    private final Transactions transactions;

    @Inject
    DecidePayments(Payments payments, PayMyMoney payMyMoney, CancelPayment cancelPayment, Transactions transactions) {
        this.payments = payments;
        this.payMyMoney = payMyMoney;
        this.cancelPayment = cancelPayment;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DecidePayments() {
        this(null, null, null, null);
    }

    /** Each in its own GUID, one after the other; one that can't be decided doesn't hold up the others. */
    public void decide() {
        each(payments::findOpen, this::decidePayment);
        each(payments::findOpenCancellations, this::decideCancellation);
    }

    private void each(BiFunction<@Nullable PaymentId, Integer, List<PaymentId>> find, Consumer<PaymentId> decision) {
        List<PaymentId> page = transactions.inTransaction(() -> find.apply(null, PAGE_SIZE));
        while (!page.isEmpty()) {
            page.forEach(id -> attempt(id, decision));
            PaymentId last = page.get(page.size() - 1);
            page = transactions.inTransaction(() -> find.apply(last, PAGE_SIZE));
        }
    }

    private static void attempt(PaymentId id, Consumer<PaymentId> decision) {
        try {
            decision.accept(id);
        } catch (RejectedException e) {
            LOG.info("{0} is decided: {1}", id, e.getMessage());
        } catch (UnavailableException | UnknownOutcomeException e) {
            LOG.info("{0} stays open: {1}", id, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{0} can't be decided", e, id);
        }
    }

    private void decidePayment(PaymentId id) {
        Payment payment = transactions.inTransaction(() -> payments.find(id).orElseThrow());
        contextOf(payment.requested().guid()).run(() -> payMyMoney.goOn(payment));
    }

    private void decideCancellation(PaymentId id) {
        Cancellation cancellation =
                transactions.inTransaction(() -> payments.findCancellation(id).orElseThrow());
        contextOf(cancellation.requested().guid()).run(() -> cancelPayment.goOn(cancellation));
    }

    /** The business transaction goes on under the GUID that it began with. */
    private static CallContext contextOf(String guid) {
        return new CallContext(new Guid(guid), 1, Caller.service("payment"), "decide/payments");
    }
}
