package com.mypay.membership.domain;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member (회원): a person, or a franchise (가맹점), which sells and has a business registration number and settlement
 * terms. Signs up as {@code ACTIVE}, may be suspended and resumed by staff, and is closed for ever.
 */
@Entity
@Table(name = "MEMBER")
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init") // JPA sets the fields
public class Member {

    @Id
    @SequenceGenerator(name = "MEMBER_SEQ", sequenceName = "MEMBER_SEQ", allocationSize = 1)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "MEMBER_SEQ")
    @Column(name = "MEMBER_ID")
    private long id;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private MemberKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private MemberStatus status;

    @Column(name = "MEMBER_NAME")
    private String name;

    @Column(name = "EMAIL")
    private String email;

    @Column(name = "PHONE")
    private String phone;

    @Embedded
    private Address address;

    @Column(name = "BUSINESS_NUMBER")
    private @Nullable String businessNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "SETTLEMENT_CYCLE")
    private @Nullable SettlementCycle settlementCycle;

    @Column(name = "MINIMUM_PAYOUT_WON")
    private @Nullable Won minimumPayout;

    @Column(name = "PAYOUT_HOLD")
    private int payoutHold;

    @Column(name = "PAYOUT_DELAY_DAYS")
    private int payoutDelay;

    @Column(name = "RESERVE_BASIS_POINTS")
    private int reserveBasisPoints;

    @Column(name = "RESERVE_DAYS")
    private int reserveDays;

    @Column(name = "VAT_BASIS_POINTS")
    private int vatBasisPoints;

    @Column(name = "COMMISSION_TIERS")
    private String commissionTiers = "-";

    @Column(name = "CREATED_TIMESTAMP")
    private Instant createdAt;

    @Version
    @Column(name = "VERSION_NO")
    private long version;

    protected Member() {}

    public static Member personal(Profile profile, Instant now) {
        Member member = new Member();
        member.kind = MemberKind.PERSONAL;
        member.signUp(profile, now);
        return member;
    }

    public static Member franchise(Profile profile, BusinessNumber businessNumber, SettlementTerms terms, Instant now) {
        Member member = new Member();
        member.kind = MemberKind.FRANCHISE;
        member.businessNumber = businessNumber.digits();
        member.agreeOn(terms);
        member.signUp(profile, now);
        return member;
    }

    /** What a member tells about itself. */
    public record Profile(String name, String email, String phone, Address address) {}

    public void modify(Profile profile) {
        this.name = profile.name();
        this.email = profile.email();
        this.phone = profile.phone();
        this.address = profile.address();
    }

    /** @throws IllegalStateException for a person: only franchises are settled */
    public void agreeOn(SettlementTerms terms) {
        if (kind != MemberKind.FRANCHISE) {
            throw new IllegalStateException("a person has no settlement terms");
        }
        this.settlementCycle = terms.cycle();
        this.minimumPayout = terms.minimumPayout();
        this.payoutHold = terms.hold() ? 1 : 0;
        this.payoutDelay = terms.payoutDelay();
        this.reserveBasisPoints = terms.reserve().rate().value();
        this.reserveDays = terms.reserve().days();
        this.vatBasisPoints = terms.commission().vat().value();
        this.commissionTiers = terms.commission().tiersText();
    }

    /** @throws IllegalStateException if {@link MemberStatus} doesn't allow it; ask {@link #mayBecome} first */
    public void become(MemberStatus next) {
        if (!mayBecome(next)) {
            throw new IllegalStateException("a member doesn't go from " + status + " to " + next);
        }
        this.status = next;
    }

    public boolean mayBecome(MemberStatus next) {
        return status.mayBecome(next);
    }

    public MemberId id() {
        return new MemberId(id);
    }

    public MemberKind kind() {
        return kind;
    }

    public boolean isFranchise() {
        return kind == MemberKind.FRANCHISE;
    }

    public MemberStatus status() {
        return status;
    }

    public Profile profile() {
        return new Profile(name, email, phone, address);
    }

    /** Of a franchise. */
    public Optional<BusinessNumber> businessNumber() {
        return Optional.ofNullable(businessNumber).map(BusinessNumber::new);
    }

    /** Of a franchise. */
    public Optional<SettlementTerms> settlementTerms() {
        return Optional.ofNullable(settlementCycle)
                .map(cycle -> new SettlementTerms(
                        cycle,
                        Objects.requireNonNull(minimumPayout),
                        payoutHold == 1,
                        payoutDelay,
                        new Reserve(BasisPoints.basisPoints(reserveBasisPoints), reserveDays),
                        new CommissionTerms(
                                BasisPoints.basisPoints(vatBasisPoints), CommissionTerms.parseTiers(commissionTiers))));
    }

    public void holdPayouts(boolean held) {
        this.payoutHold = held ? 1 : 0;
    }

    public boolean payoutsAreHeld() {
        return payoutHold == 1;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Rises with each change: receivers of events keep the highest. */
    public long version() {
        return version;
    }

    private void signUp(Profile profile, Instant now) {
        this.status = MemberStatus.ACTIVE;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        modify(profile);
    }
}
