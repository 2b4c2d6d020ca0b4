package com.mypay.remittance.domain;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a remittance in doubt is to end: what staff has found out at the bank. One person proposes it with a reason, another
 * approves it; banking then ends the firmbanking so, unless the bank has answered by itself or says otherwise.
 */
@Entity
@Table(name = "RESOLUTION")
@Access(AccessType.FIELD)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA sets and reads the fields
public class Resolution {

    @Id
    @Column(name = "RESOLUTION_ID")
    private String id;

    @Column(name = "REMITTANCE_ID")
    private String remittanceId;

    @Enumerated(EnumType.STRING)
    @Column(name = "DECISION")
    private Decision decision;

    @Column(name = "REASON")
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private ResolutionStatus status;

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

    protected Resolution() {}

    /** What the bank did. */
    public enum Decision {
        /** It has moved the money. */
        COMPLETED,
        /** It has not and will not. */
        REFUSED
    }

    public static Resolution proposed(
            String id,
            RemittanceId remittance,
            Decision decision,
            String reason,
            String proposedBy,
            String guid,
            Instant now) {
        Resolution resolution = new Resolution();
        resolution.id = id;
        resolution.remittanceId = remittance.value();
        resolution.decision = decision;
        resolution.reason = reason;
        resolution.status = ResolutionStatus.PROPOSED;
        resolution.proposedBy = proposedBy;
        resolution.proposedAt = now.truncatedTo(ChronoUnit.MICROS);
        resolution.guid = guid;
        return resolution;
    }

    /** @throws IllegalStateException if it was approved before, or by the person who proposed it */
    public void approve(String approvedBy, Instant now) {
        if (status != ResolutionStatus.PROPOSED || approvedBy.equals(proposedBy)) {
            throw new IllegalStateException("resolution " + id + " can't be approved by " + approvedBy);
        }
        this.status = ResolutionStatus.APPROVED;
        this.approvedBy = approvedBy;
        this.approvedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** The bank says otherwise, so it doesn't hold. @throws IllegalStateException unless it was approved */
    public void refute() {
        if (status != ResolutionStatus.APPROVED) {
            throw new IllegalStateException("resolution " + id + " is " + status);
        }
        this.status = ResolutionStatus.REFUTED;
    }

    public String id() {
        return id;
    }

    public RemittanceId remittance() {
        return new RemittanceId(remittanceId);
    }

    public Decision decision() {
        return decision;
    }

    public String reason() {
        return reason;
    }

    public ResolutionStatus status() {
        return status;
    }

    public String proposedBy() {
        return proposedBy;
    }

    public Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }
}
