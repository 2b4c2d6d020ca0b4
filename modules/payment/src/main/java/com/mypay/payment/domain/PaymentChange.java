package com.mypay.payment.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One step in the life of a payment or a cancellation. Written once, never changed. */
@Entity
@Table(name = "PAYMENT_HISTORY")
@Access(AccessType.FIELD)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA sets and reads the fields
public class PaymentChange {

    @Id
    @Column(name = "CHANGE_ID")
    private String id;

    @Column(name = "SUBJECT_ID")
    private String subjectId;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private PaymentStatus status;

    @Column(name = "GUID")
    private String guid;

    @Column(name = "CHANGED_TIMESTAMP")
    private Instant changedAt;

    protected PaymentChange() {}

    /** @param subject the payment's or the cancellation's id */
    public static PaymentChange of(String id, PaymentId subject, PaymentStatus status, String guid, Instant now) {
        PaymentChange change = new PaymentChange();
        change.id = id;
        change.subjectId = subject.value();
        change.status = status;
        change.guid = guid;
        change.changedAt = now.truncatedTo(ChronoUnit.MICROS);
        return change;
    }

    public PaymentStatus status() {
        return status;
    }
}
