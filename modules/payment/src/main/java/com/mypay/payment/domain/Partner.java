package com.mypay.payment.domain;

import com.mypay.framework.value.MemberId;

/**
 * What payment has to know of a member: a replica of membership's data, kept current by its events and the only copy that
 * a payment reads.
 *
 * @param sourceVersion membership's, which rises with each change; 0 when it was asked for rather than told
 */
public record Partner(MemberId id, PartnerKind kind, PartnerStatus status, long sourceVersion) {

    public boolean isActive() {
        return status == PartnerStatus.ACTIVE;
    }
}
