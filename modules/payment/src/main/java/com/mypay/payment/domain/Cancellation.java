package com.mypay.payment.domain;

import com.mypay.framework.value.Won;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A cancellation (결제 취소) of a payment, in full or in part: money goes back to the member. Lives as a payment does. */
@Entity
@Table(name = "CANCELLATION")
@Access(AccessType.FIELD)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA sets and reads the fields
public class Cancellation {

    @Id
    @Column(name = "CANCELLATION_ID")
    private String id;

    @Column(name = "PAYMENT_ID")
    private String paymentId;

    @Column(name = "CALLER")
    private String caller;

    @Column(name = "REQUEST_ID")
    private String requestId;

    @Column(name = "AMOUNT_WON")
    private Won amount;

    @Column(name = "REASON")
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private PaymentStatus status;

    @Column(name = "REQUESTED_TIMESTAMP")
    private Instant requestedAt;

    @Column(name = "GUID")
    private String guid;

    @Version
    @Column(name = "VERSION_NO")
    private long version;

    protected Cancellation() {}

    public static Cancellation requested(
            PaymentId id,
            Payment payment,
            String caller,
            String requestId,
            Won amount,
            String reason,
            String guid,
            Instant now) {
        Cancellation cancellation = new Cancellation();
        cancellation.id = id.value();
        cancellation.paymentId = payment.id().value();
        cancellation.caller = caller;
        cancellation.requestId = requestId;
        cancellation.amount = amount;
        cancellation.reason = reason;
        cancellation.status = PaymentStatus.REQUESTED;
        cancellation.requestedAt = now.truncatedTo(ChronoUnit.MICROS);
        cancellation.guid = guid;
        payment.reserve(amount);
        return cancellation;
    }

    /** @throws IllegalStateException if {@link PaymentStatus} doesn't allow it */
    public void become(PaymentStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("a cancellation doesn't go from " + status + " to " + next);
        }
        this.status = next;
    }

    /** Whose command made it: {@code member/1001}. */
    public String caller() {
        return caller;
    }

    /** The command's request id. */
    public String requestId() {
        return requestId;
    }

    public PaymentId id() {
        return new PaymentId(id);
    }

    public PaymentId paymentId() {
        return new PaymentId(paymentId);
    }

    public Won amount() {
        return amount;
    }

    public String reason() {
        return reason;
    }

    public PaymentStatus status() {
        return status;
    }

    public String guid() {
        return guid;
    }
}
