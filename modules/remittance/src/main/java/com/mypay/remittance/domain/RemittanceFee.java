package com.mypay.remittance.domain;

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
 * One line of the fee table (송금 수수료): what a remittance to a payee of this kind costs from an amount on, from a date on.
 * One person proposes it, another approves it; until then it holds for nobody.
 */
@Entity
@Table(name = "REMITTANCE_FEE")
@Access(AccessType.FIELD)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA sets and reads the fields
public class RemittanceFee {

    /** For one remittance, whole won. */
    public static final Won MAX_FEE = Won.won(1_000_000);

    @Id
    @Column(name = "FEE_ID")
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "PAYEE_KIND")
    private PayeeKind payeeKind;

    @Column(name = "AMOUNT_FROM_WON")
    private Won amountFrom;

    @Column(name = "FEE_WON")
    private Won fee;

    @Column(name = "EFFECTIVE_FROM")
    private LocalDate effectiveFrom;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private FeeStatus status;

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

    protected RemittanceFee() {}

    /**
     * What is agreed on.
     *
     * @param amountFrom the smallest amount that it holds for; a line with a larger one comes before it
     * @param effectiveFrom the first business date that it holds on
     */
    public record Terms(PayeeKind payeeKind, Won amountFrom, Won fee, LocalDate effectiveFrom) {}

    public static RemittanceFee proposed(String id, Terms terms, String proposedBy, String guid, Instant now) {
        RemittanceFee proposal = new RemittanceFee();
        proposal.id = id;
        proposal.payeeKind = terms.payeeKind();
        proposal.amountFrom = terms.amountFrom();
        proposal.fee = terms.fee();
        proposal.effectiveFrom = terms.effectiveFrom();
        proposal.status = FeeStatus.PROPOSED;
        proposal.proposedBy = proposedBy;
        proposal.proposedAt = now.truncatedTo(ChronoUnit.MICROS);
        proposal.guid = guid;
        return proposal;
    }

    /** @throws IllegalStateException if it was approved before, or by the person who proposed it */
    public void approve(String approvedBy, Instant now) {
        if (status != FeeStatus.PROPOSED || approvedBy.equals(proposedBy)) {
            throw new IllegalStateException("fee " + id + " can't be approved by " + approvedBy);
        }
        this.status = FeeStatus.APPROVED;
        this.approvedBy = approvedBy;
        this.approvedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    public String id() {
        return id;
    }

    public Terms terms() {
        return new Terms(payeeKind, amountFrom, fee, effectiveFrom);
    }

    public FeeStatus status() {
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
