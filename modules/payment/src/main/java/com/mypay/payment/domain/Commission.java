package com.mypay.payment.domain;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
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
 * Commission terms (결제 수수료) from a date on, of one franchise or of all that have none of their own. One person
 * proposes them, another approves; until then they hold for nobody.
 */
@Entity
@Table(name = "COMMISSION")
@Access(AccessType.FIELD)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA sets and reads the fields
public class Commission {

    @Id
    @Column(name = "COMMISSION_ID")
    private String id;

    @Column(name = "FRANCHISE_ID")
    private @Nullable MemberId franchiseId;

    @Column(name = "BASIS_POINTS")
    private BasisPoints rate;

    @Column(name = "EFFECTIVE_FROM")
    private LocalDate effectiveFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private CommissionStatus status;

    @Column(name = "PROPOSED_BY")
    private String proposedBy;

    @Column(name = "PROPOSED_TIMESTAMP")
    private Instant proposedAt;

    @Column(name = "APPROVED_BY")
    private @Nullable String approvedBy;

    @Column(name = "APPROVED_TIMESTAMP")
    private @Nullable Instant approvedAt;

    @Column(name = "GUID")
    private String guid;

    @Version
    @Column(name = "VERSION_NO")
    private long version;

    protected Commission() {}

    /** @param franchiseId {@code null}: for all that have no terms of their own */
    public static Commission proposed(
            String id,
            @Nullable MemberId franchiseId,
            BasisPoints rate,
            LocalDate effectiveFrom,
            String proposedBy,
            String guid,
            Instant now) {
        Commission commission = new Commission();
        commission.id = id;
        commission.franchiseId = franchiseId;
        commission.rate = rate;
        commission.effectiveFrom = effectiveFrom;
        commission.status = CommissionStatus.PROPOSED;
        commission.proposedBy = proposedBy;
        commission.proposedAt = now.truncatedTo(ChronoUnit.MICROS);
        commission.guid = guid;
        return commission;
    }

    /** @throws IllegalStateException if it was approved before, or by the person who proposed it */
    public void approve(String approvedBy, Instant now) {
        if (status != CommissionStatus.PROPOSED || approvedBy.equals(proposedBy)) {
            throw new IllegalStateException("commission " + id + " can't be approved by " + approvedBy);
        }
        this.status = CommissionStatus.APPROVED;
        this.approvedBy = approvedBy;
        this.approvedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    public String id() {
        return id;
    }

    public Optional<MemberId> franchiseId() {
        return Optional.ofNullable(franchiseId);
    }

    public BasisPoints rate() {
        return rate;
    }

    public LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    public CommissionStatus status() {
        return status;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }
}
