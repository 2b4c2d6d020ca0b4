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
 * Commission terms (결제 수수료), of one franchise or of all that have none of their own: from a date on, or for the days of
 * a campaign (행사). One person proposes them, another approves; until then they hold for nobody. Afterwards nobody
 * changes them: others are agreed on, which take their place ({@link CommissionSchedule}).
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

    @Column(name = "EFFECTIVE_UNTIL")
    private @Nullable LocalDate effectiveUntil;

    @Column(name = "CAMPAIGN")
    private @Nullable String campaign;

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

    /** @param proposedBy who must not approve them */
    public static Commission proposed(String id, CommissionTerms terms, String proposedBy, String guid, Instant now) {
        Commission commission = new Commission();
        commission.id = id;
        commission.franchiseId = terms.franchise().orElse(null);
        commission.rate = terms.rate();
        commission.effectiveFrom = terms.effectiveFrom();
        commission.effectiveUntil = terms.effectiveUntil().orElse(null);
        commission.campaign = terms.campaign().orElse(null);
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

    public CommissionTerms terms() {
        return new CommissionTerms(
                Optional.ofNullable(franchiseId),
                rate,
                effectiveFrom,
                Optional.ofNullable(effectiveUntil),
                Optional.ofNullable(campaign));
    }

    public BasisPoints rate() {
        return rate;
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

    public Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }
}
