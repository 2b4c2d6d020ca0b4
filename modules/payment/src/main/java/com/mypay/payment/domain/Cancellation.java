package com.mypay.payment.domain;

import com.mypay.framework.value.Won;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A cancellation (결제 취소) of a payment, in full or in part: money goes back to the member. Lives as a payment does, and
 * changes only while its payment is locked.
 */
public final class Cancellation {

    private final Requested requested;
    private PaymentStatus status;

    /**
     * What doesn't change any more.
     *
     * @param caller whose command made it, {@code member/1001}; with the request id, for a repetition to find it
     * @param requestedAt to the microsecond
     * @param guid of the business transaction that requested it
     */
    public record Requested(
            PaymentId id,
            PaymentId paymentId,
            String caller,
            String requestId,
            Won amount,
            String reason,
            Instant requestedAt,
            String guid) {}

    private Cancellation(Requested requested, PaymentStatus status) {
        this.requested = requested;
        this.status = status;
    }

    /** Sets its amount aside in the payment. */
    public static Cancellation requested(
            PaymentId id,
            Payment payment,
            String caller,
            String requestId,
            Won amount,
            String reason,
            String guid,
            Instant now) {
        payment.reserve(amount);
        return new Cancellation(
                new Requested(
                        id, payment.id(), caller, requestId, amount, reason, now.truncatedTo(ChronoUnit.MICROS), guid),
                PaymentStatus.REQUESTED);
    }

    /** As it was stored. */
    public static Cancellation stored(Requested requested, PaymentStatus status) {
        return new Cancellation(requested, status);
    }

    /** @throws IllegalStateException if {@link PaymentStatus} doesn't allow it */
    public void become(PaymentStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("a cancellation doesn't go from " + status + " to " + next);
        }
        this.status = next;
    }

    public Requested requested() {
        return requested;
    }

    public PaymentId id() {
        return requested.id();
    }

    public PaymentId paymentId() {
        return requested.paymentId();
    }

    public Won amount() {
        return requested.amount();
    }

    public PaymentStatus status() {
        return status;
    }
}
