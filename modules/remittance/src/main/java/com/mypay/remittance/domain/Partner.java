package com.mypay.remittance.domain;

import com.mypay.framework.value.MemberId;

/**
 * What remittance has to know of a member: a replica of membership's data, kept current by its events and the only copy
 * that an acceptance reads.
 *
 * @param sourceVersion membership's, which rises with each change; 0 when it was asked for rather than told
 */
public record Partner(MemberId id, PartnerKind kind, PartnerStatus status, long sourceVersion) {

    /** A person in good standing: only those send and receive. */
    public boolean isActive() {
        return kind == PartnerKind.PERSONAL && status == PartnerStatus.ACTIVE;
    }
}
