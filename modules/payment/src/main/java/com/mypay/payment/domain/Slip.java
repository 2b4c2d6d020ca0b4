package com.mypay.payment.domain;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A slip (전표): the record of one approved payment or one cancellation, with the commission terms that held at the
 * payment. Written once, never changed; settlement works on its own copy.
 */
@Entity
@Table(name = "SLIP")
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init") // JPA sets the fields
public class Slip {

    @Id
    @Column(name = "SLIP_ID")
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private SlipKind kind;

    @Column(name = "PAYMENT_ID")
    private String paymentId;

    @Column(name = "FRANCHISE_ID")
    private MemberId franchiseId;

    @Column(name = "MEMBER_ID")
    private MemberId memberId;

    @Column(name = "AMOUNT_WON")
    private Won amount;

    @Column(name = "REMAINING_BEFORE_WON")
    private Won remainingBefore;

    @Column(name = "COMMISSION_BASIS_POINTS")
    private BasisPoints commission;

    @Column(name = "APPROVED_TIMESTAMP")
    private Instant approvedAt;

    @Column(name = "BUSINESS_DATE")
    private LocalDate businessDate;

    @Column(name = "GUID")
    private String guid;

    protected Slip() {}

    public static Slip ofPayment(String id, Payment payment, String guid) {
        return of(
                id,
                SlipKind.PAYMENT,
                payment,
                payment.amount(),
                payment.amount(),
                payment.decidedAt().orElseThrow(),
                payment.businessDate().orElseThrow(),
                guid);
    }

    /**
     * @param remainingBefore of the payment, before this cancellation
     * @param businessDate of the cancellation, which may be weeks after the payment's
     */
    public static Slip ofCancellation(
            String id,
            Payment payment,
            Won amount,
            Won remainingBefore,
            Instant approvedAt,
            LocalDate businessDate,
            String guid) {
        return of(id, SlipKind.CANCELLATION, payment, amount, remainingBefore, approvedAt, businessDate, guid);
    }

    private static Slip of(
            String id,
            SlipKind kind,
            Payment payment,
            Won amount,
            Won remainingBefore,
            Instant approvedAt,
            LocalDate businessDate,
            String guid) {
        Slip slip = new Slip();
        slip.id = id;
        slip.kind = kind;
        slip.paymentId = payment.id().value();
        slip.franchiseId = payment.order().franchise();
        slip.memberId = payment.order().member();
        slip.amount = amount;
        slip.remainingBefore = remainingBefore;
        slip.commission = payment.commission();
        slip.approvedAt = approvedAt.truncatedTo(ChronoUnit.MICROS);
        slip.businessDate = businessDate;
        slip.guid = guid;
        return slip;
    }

    public String id() {
        return id;
    }

    public SlipKind kind() {
        return kind;
    }

    public PaymentId paymentId() {
        return new PaymentId(paymentId);
    }

    public MemberId franchiseId() {
        return franchiseId;
    }

    public MemberId memberId() {
        return memberId;
    }

    /** Positive, also of a cancellation. */
    public Won amount() {
        return amount;
    }

    /** Of the payment, before this slip; of a payment its amount. */
    public Won remainingBefore() {
        return remainingBefore;
    }

    public BasisPoints commission() {
        return commission;
    }

    public Instant approvedAt() {
        return approvedAt;
    }

    public LocalDate businessDate() {
        return businessDate;
    }
}
