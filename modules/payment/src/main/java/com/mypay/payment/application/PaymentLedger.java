package com.mypay.payment.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.Won;
import com.mypay.payment.domain.Cancellation;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.PaymentChange;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.PaymentStatus;
import com.mypay.payment.domain.Payments;
import com.mypay.payment.domain.Slip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes down what money has decided: the new status, its line in the history, the slip and its event, all in the
 * running transaction. Deciding what is decided already changes nothing, so it doesn't matter who comes first.
 */
@ApplicationScoped
class PaymentLedger {

    private final Payments payments;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    @Inject
    PaymentLedger(Payments payments, Outbox outbox, Clock clock, Ids ids) {
        this.payments = payments;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PaymentLedger() {
        this(null, null, null, null);
    }

    void requested(Payment payment) {
        payments.add(payment);
        record(payment.id(), payment.status());
    }

    /** @param payment in which the cancellation has set its amount aside */
    void requested(Cancellation cancellation, Payment payment) {
        write(payment, payment.status());
        payments.add(cancellation);
        record(cancellation.id(), cancellation.status());
    }

    /**
     * Nobody looks first: nearly always the payment is as it was when money was asked, and one statement finds out and
     * changes it.
     *
     * @param asked the payment as it was then; it doesn't change itself, because this may run twice
     * @throws IllegalStateException if it has failed: money has moved for a payment that everybody takes for failed
     */
    Payment approve(Payment asked) {
        Payment payment = Payment.stored(asked.requested(), asked.progress());
        if (payment.status().isOpen() && approveIfUnchanged(payment)) {
            return payment;
        }
        Payment current = payments.findForUpdate(asked.id()).orElseThrow();
        refuseFailed(current.id(), current.status());
        if (current.status().isOpen() && !approveIfUnchanged(current)) {
            throw changedWhileLocked(current);
        }
        return current;
    }

    private boolean approveIfUnchanged(Payment payment) {
        PaymentStatus before = payment.status();
        Instant now = clock.instant();
        payment.approve(now, BusinessClock.businessDate(now));
        if (!payments.changed(payment, before)) {
            return false;
        }
        record(payment.id(), payment.status());
        tell(BusinessEvent.PAYMENT_APPROVED, payment).write();
        issue(Slip.ofPayment(payment, guid()));
        return true;
    }

    /**
     * Money has refused, or was never reached.
     *
     * @param asked in which status money was asked: has it changed since, then somebody else asks too, and his answer
     *     counts
     * @return whether it has failed; otherwise nothing has changed
     */
    boolean fail(PaymentId id, PaymentStatus asked, String code) {
        Payment payment = payments.findForUpdate(id).orElseThrow();
        if (payment.status() != asked) {
            return false;
        }
        payment.fail(code, clock.instant());
        write(payment, asked);
        record(id, payment.status());
        tell(BusinessEvent.PAYMENT_FAILED, payment).detail("reasonCode", code).write();
        return true;
    }

    /**
     * Money didn't answer; or somebody who hasn't opened the payment is about to ask money, which may have been asked
     * before. From then on that money can't be reached doesn't mean that nothing has happened.
     *
     * @return the payment as it is now: while it is open, money still has to decide
     */
    Payment doubt(PaymentId id) {
        Payment payment = payments.findForUpdate(id).orElseThrow();
        if (payment.status() == PaymentStatus.REQUESTED) {
            payment.doubt();
            write(payment, PaymentStatus.REQUESTED);
            record(id, payment.status());
            tell(BusinessEvent.PAYMENT_IN_DOUBT, payment).write();
        }
        return payment;
    }

    /** The payment is locked first, here and wherever a cancellation is decided: the slips of one payment form a chain. */
    Payment approve(Cancellation cancellation) {
        Payment payment = payments.findForUpdate(cancellation.paymentId()).orElseThrow();
        Cancellation current = payments.findCancellation(cancellation.id()).orElseThrow();
        refuseFailed(current.id(), current.status());
        if (current.status().isOpen()) {
            Instant now = clock.instant();
            LocalDate today = BusinessClock.businessDate(now);
            current.become(PaymentStatus.APPROVED);
            Won before = payment.cancel(current.amount());
            write(payment, payment.status());
            write(current);
            tell(BusinessEvent.PAYMENT_CANCELLED, payment)
                    .amount(current.amount())
                    .reference("cancellationId", current.id())
                    .write();
            issue(Slip.ofCancellation(current, payment, before, now, today, guid()));
        }
        return payment;
    }

    /** As {@link #fail(PaymentId, PaymentStatus, String)}. */
    boolean fail(Cancellation cancellation, PaymentStatus asked) {
        Payment payment = payments.findForUpdate(cancellation.paymentId()).orElseThrow();
        Cancellation current = payments.findCancellation(cancellation.id()).orElseThrow();
        if (current.status() != asked) {
            return false;
        }
        current.become(PaymentStatus.FAILED);
        payment.unreserve(current.amount());
        write(payment, payment.status());
        write(current);
        return true;
    }

    /** As {@link #doubt(PaymentId)}. */
    Cancellation doubt(Cancellation cancellation) {
        if (payments.findForUpdate(cancellation.paymentId()).isEmpty()) {
            throw new IllegalStateException("cancellation " + cancellation.id() + " has no payment");
        }
        Cancellation current = payments.findCancellation(cancellation.id()).orElseThrow();
        if (current.status() == PaymentStatus.REQUESTED) {
            current.become(PaymentStatus.IN_DOUBT);
            write(current);
        }
        return current;
    }

    /** Of a payment that is locked. */
    private void write(Payment payment, PaymentStatus before) {
        if (!payments.changed(payment, before)) {
            throw changedWhileLocked(payment);
        }
    }

    private void write(Cancellation cancellation) {
        payments.changed(cancellation);
        record(cancellation.id(), cancellation.status());
    }

    private static IllegalStateException changedWhileLocked(Payment payment) {
        return new IllegalStateException("payment " + payment.id() + " was changed while it was locked");
    }

    private static BusinessLog tell(BusinessEvent what, Payment payment) {
        return BusinessLog.event(what)
                .member(payment.order().member())
                .amount(payment.amount())
                .reference("paymentId", payment.id())
                .detail("franchiseId", payment.order().franchise());
    }

    private static void refuseFailed(PaymentId id, PaymentStatus status) {
        if (status == PaymentStatus.FAILED) {
            throw new IllegalStateException("money has moved for " + id + ", which has failed");
        }
    }

    private void issue(Slip slip) {
        payments.add(slip);
        outbox.send(SlipIssued.messageOf(slip));
    }

    private void record(PaymentId subject, PaymentStatus status) {
        payments.record(new PaymentChange(ids.next(), subject, status, guid(), clock.instant()));
    }

    private static String guid() {
        return CallContext.current().guid().value();
    }
}
