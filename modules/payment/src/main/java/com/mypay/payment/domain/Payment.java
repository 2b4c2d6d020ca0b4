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
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payment (결제): a member pays a franchise with my money. Committed as {@code REQUESTED} before money is asked, so
 * that whatever happens then, somebody knows of it. Keeps the commission terms of its moment.
 */
@Entity
@Table(name = "PAYMENT")
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init") // JPA sets the fields
public class Payment {

    /** For one payment, whole won. */
    public static final Won MAX_AMOUNT = Won.won(1_000_000_000);

    @Id
    @Column(name = "PAYMENT_ID")
    private String id;

    @Column(name = "CALLER")
    private String caller;

    @Column(name = "REQUEST_ID")
    private String requestId;

    @Column(name = "MEMBER_ID")
    private MemberId memberId;

    @Column(name = "FRANCHISE_ID")
    private MemberId franchiseId;

    @Column(name = "AMOUNT_WON")
    private Won amount;

    @Column(name = "RESERVED_WON")
    private Won reserved;

    @Column(name = "CANCELLED_WON")
    private Won cancelled;

    @Column(name = "ORDER_NAME")
    private String orderName;

    @Column(name = "COMMISSION_BASIS_POINTS")
    private BasisPoints commission;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private PaymentStatus status;

    @Column(name = "FAILURE_CODE")
    private @Nullable String failureCode;

    @Column(name = "REQUESTED_TIMESTAMP")
    private Instant requestedAt;

    @Column(name = "DECIDED_TIMESTAMP")
    private @Nullable Instant decidedAt;

    @Column(name = "BUSINESS_DATE")
    private @Nullable LocalDate businessDate;

    @Column(name = "GUID")
    private String guid;

    @Version
    @Column(name = "VERSION_NO")
    private long version;

    protected Payment() {}

    /** Who pays whom, what for. */
    public record Order(MemberId member, MemberId franchise, Won amount, String name) {}

    /** @param caller with the request id, for a repetition to find it */
    public static Payment requested(
            PaymentId id,
            String caller,
            String requestId,
            Order order,
            BasisPoints commission,
            String guid,
            Instant now) {
        Payment payment = new Payment();
        payment.id = id.value();
        payment.caller = caller;
        payment.requestId = requestId;
        payment.memberId = order.member();
        payment.franchiseId = order.franchise();
        payment.amount = order.amount();
        payment.reserved = Won.ZERO;
        payment.cancelled = Won.ZERO;
        payment.orderName = order.name();
        payment.commission = commission;
        payment.status = PaymentStatus.REQUESTED;
        payment.requestedAt = now.truncatedTo(ChronoUnit.MICROS);
        payment.guid = guid;
        return payment;
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
        return status == PaymentStatus.APPROVED ? amount.minus(reserved) : Won.ZERO;
    }

    /** Sets a part aside for a cancellation that now asks money; two at once can't take the same part. */
    public void reserve(Won part) {
        if (!part.isPositive() || part.isMoreThan(cancellable())) {
            throw new IllegalStateException(part + " of payment " + id + " can't be cancelled");
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
        return amount.minus(cancelled);
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

    public Order order() {
        return new Order(memberId, franchiseId, amount, orderName);
    }

    public Won amount() {
        return amount;
    }

    public BasisPoints commission() {
        return commission;
    }

    public PaymentStatus status() {
        return status;
    }

    public Optional<String> failureCode() {
        return Optional.ofNullable(failureCode);
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** When money had decided. */
    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public Optional<LocalDate> businessDate() {
        return Optional.ofNullable(businessDate);
    }

    /** Of the business transaction that requested it. */
    public String guid() {
        return guid;
    }

    private void become(PaymentStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("a payment doesn't go from " + status + " to " + next);
        }
        this.status = next;
    }
}
