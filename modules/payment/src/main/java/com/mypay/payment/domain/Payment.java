package com.mypay.payment.domain;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment (결제): a member pays a franchise with my money. Committed as {@code REQUESTED} before money is asked, so
 * that whatever happens then, somebody knows of it. Keeps the commission terms of its moment.
 *
 * <p>Not a JPA entity, for speed: it is on the way of every payment, and is written by one plain statement each time.
 */
public final class Payment {

    /** For one payment, whole won. */
    public static final Won MAX_AMOUNT = Won.won(1_000_000_000);

    private final Requested requested;
    private PaymentStatus status;
    private Won reserved;
    private Won cancelled;
    private @Nullable String failureCode;
    private @Nullable Instant decidedAt;
    private @Nullable LocalDate businessDate;

    /** Who pays whom, what for. */
    public record Order(MemberId member, MemberId franchise, Won amount, String name) {}

    /**
     * What doesn't change any more.
     *
     * @param caller whose command made it, {@code member/1001}; with the request id, for a repetition to find it
     * @param requestedAt to the microsecond
     * @param guid of the business transaction that requested it
     */
    public record Requested(
            PaymentId id,
            String caller,
            String requestId,
            Order order,
            BasisPoints commission,
            Instant requestedAt,
            String guid) {}

    /**
     * How far it is.
     *
     * @param reserved cancelled, or about to be
     * @param failureCode why money has refused
     * @param decidedAt when money had decided
     * @param businessDate the day in Seoul that the slip belongs to
     */
    public record Progress(
            PaymentStatus status,
            Won reserved,
            Won cancelled,
            @Nullable String failureCode,
            @Nullable Instant decidedAt,
            @Nullable LocalDate businessDate) {}

    private Payment(Requested requested, Progress progress) {
        this.requested = requested;
        this.status = progress.status();
        this.reserved = progress.reserved();
        this.cancelled = progress.cancelled();
        this.failureCode = progress.failureCode();
        this.decidedAt = progress.decidedAt();
        this.businessDate = progress.businessDate();
    }

    /** @param caller with the request id, for a repetition to find it */
    public static Payment requested(
            PaymentId id,
            String caller,
            String requestId,
            Order order,
            BasisPoints commission,
            String guid,
            Instant now) {
        return new Payment(
                new Requested(id, caller, requestId, order, commission, now.truncatedTo(ChronoUnit.MICROS), guid),
                new Progress(PaymentStatus.REQUESTED, Won.ZERO, Won.ZERO, null, null, null));
    }

    /** As it was stored. */
    public static Payment stored(Requested requested, Progress progress) {
        return new Payment(requested, progress);
    }

    /**
     * Money has moved.
     *
     * @param businessDate the day in Seoul that the slip belongs to
     */
    public void approve(Instant now, LocalDate businessDate) {
        become(PaymentStatus.APPROVED);
        this.decidedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.businessDate = businessDate;
    }

    /** Money has refused. */
    public void fail(String code, Instant now) {
        become(PaymentStatus.FAILED);
        this.failureCode = code;
        this.decidedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    public void doubt() {
        become(PaymentStatus.IN_DOUBT);
    }

    /** What can still be cancelled: what neither was cancelled nor is being cancelled. */
    public Won cancellable() {
        return status == PaymentStatus.APPROVED ? amount().minus(reserved) : Won.ZERO;
    }

    /** Sets a part aside for a cancellation that now asks money; two at once can't take the same part. */
    public void reserve(Won part) {
        if (!part.isPositive() || part.isMoreThan(cancellable())) {
            throw new IllegalStateException(part + " of payment " + id() + " can't be cancelled");
        }
        this.reserved = reserved.plus(part);
    }

    /** Money has refused to give it back. */
    public void unreserve(Won part) {
        this.reserved = reserved.minus(part);
    }

    /** Money has given it back. @return what remained before, which the slip's commission goes by */
    public Won cancel(Won part) {
        Won before = remaining();
        this.cancelled = cancelled.plus(part);
        return before;
    }

    /** Paid and not given back. */
    public Won remaining() {
        return amount().minus(cancelled);
    }

    public Requested requested() {
        return requested;
    }

    public Progress progress() {
        return new Progress(status, reserved, cancelled, failureCode, decidedAt, businessDate);
    }

    public PaymentId id() {
        return requested.id();
    }

    public Order order() {
        return requested.order();
    }

    public Won amount() {
        return requested.order().amount();
    }

    public BasisPoints commission() {
        return requested.commission();
    }

    public PaymentStatus status() {
        return status;
    }

    public Optional<String> failureCode() {
        return Optional.ofNullable(failureCode);
    }

    /** When money had decided. */
    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public Optional<LocalDate> businessDate() {
        return Optional.ofNullable(businessDate);
    }

    private void become(PaymentStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("a payment doesn't go from " + status + " to " + next);
        }
        this.status = next;
    }
}
