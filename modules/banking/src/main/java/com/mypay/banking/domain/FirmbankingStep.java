package com.mypay.banking.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One step in the life of a firmbanking; written once, never changed. */
@Entity
@Table(name = "FIRMBANKING_HISTORY")
@IdClass(FirmbankingStep.Key.class)
@SuppressWarnings("NullAway.Init")
public class FirmbankingStep {

    @Id
    @Column(name = "FIRMBANKING_ID")
    private String firmbankingId;

    @Id
    @Column(name = "STEP_NO")
    private int stepNo;

    @Enumerated(EnumType.STRING)
    @Column(name = "FROM_STATUS")
    private FirmbankingStatus fromStatus;

    @Enumerated(EnumType.STRING)
    @Column(name = "TO_STATUS")
    private FirmbankingStatus toStatus;

    @Column(name = "REASON_CODE")
    private @Nullable String reasonCode;

    @Column(name = "BANK_REFERENCE")
    private @Nullable String bankReference;

    @Column(name = "RESOLVED_BY")
    private @Nullable String resolvedBy;

    @Column(name = "APPROVED_BY")
    private @Nullable String approvedBy;

    @Column(name = "CHANGED_AT")
    private Instant changedAt;

    private String guid;

    /** For JPA. */
    protected FirmbankingStep() {}

    /**
     * @param reasonCode why it is refused or unknown, or known
     * @param resolution only where staff has ended it
     */
    public record Cause(
            @Nullable String reasonCode,
            @Nullable String bankReference,
            @Nullable Resolution resolution) {}

    FirmbankingStep(
            String firmbankingId,
            int stepNo,
            FirmbankingStatus fromStatus,
            FirmbankingStatus toStatus,
            Cause cause,
            Instant changedAt,
            String guid) {
        this.firmbankingId = firmbankingId;
        this.stepNo = stepNo;
        this.fromStatus = fromStatus;
        this.toStatus = toStatus;
        this.reasonCode = cause.reasonCode();
        this.bankReference = cause.bankReference();
        Resolution resolution = cause.resolution();
        this.resolvedBy = resolution == null ? null : resolution.resolvedBy();
        this.approvedBy = resolution == null ? null : resolution.approvedBy();
        this.changedAt = changedAt;
        this.guid = guid;
    }

    public String firmbankingId() {
        return firmbankingId;
    }

    /** 1, 2, … within its firmbanking. */
    public int stepNo() {
        return stepNo;
    }

    public FirmbankingStatus fromStatus() {
        return fromStatus;
    }

    public FirmbankingStatus toStatus() {
        return toStatus;
    }

    public @Nullable String reasonCode() {
        return reasonCode;
    }

    public @Nullable String bankReference() {
        return bankReference;
    }

    /** Who of staff has said that it ended so; {@code null} if the bank did. */
    public @Nullable String resolvedBy() {
        return resolvedBy;
    }

    /** The second person. */
    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public String guid() {
        return guid;
    }

    /** JPA's form of the primary key. */
    public static class Key {

        private @Nullable String firmbankingId;
        private int stepNo;

        /** For JPA. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && stepNo == key.stepNo && Objects.equals(firmbankingId, key.firmbankingId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(firmbankingId, stepNo);
        }
    }
}
