package com.mypay.payment.domain;

import com.mypay.framework.value.MemberId;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * What payment has to know of a member or franchise: a replica of membership's data, kept current by its events and the
 * only copy that payment reads. One that hasn't arrived yet is asked for once.
 */
@Entity
@Table(name = "PARTNER")
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init") // JPA sets the fields
public class Partner {

    @Id
    @Column(name = "MEMBER_ID")
    private long id;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private PartnerKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private PartnerStatus status;

    /** Membership's; 0 when it was asked for rather than told. */
    @Column(name = "SOURCE_VERSION")
    private long sourceVersion;

    protected Partner() {}

    public static Partner of(MemberId id, PartnerKind kind, PartnerStatus status, long sourceVersion) {
        Partner partner = new Partner();
        partner.id = id.value();
        partner.kind = kind;
        partner.status = status;
        partner.sourceVersion = sourceVersion;
        return partner;
    }

    /** Takes over what is newer; an event that arrives late changes nothing. */
    public void follow(PartnerStatus status, long sourceVersion) {
        if (sourceVersion > this.sourceVersion) {
            this.status = status;
            this.sourceVersion = sourceVersion;
        }
    }

    public MemberId id() {
        return new MemberId(id);
    }

    public PartnerStatus status() {
        return status;
    }

    public boolean isActive() {
        return status == PartnerStatus.ACTIVE;
    }

    public boolean isFranchise() {
        return kind == PartnerKind.FRANCHISE;
    }

    public PartnerKind kind() {
        return kind;
    }
}
