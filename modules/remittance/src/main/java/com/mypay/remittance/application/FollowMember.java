package com.mypay.remittance.application;

import com.mypay.remittance.domain.Partner;
import com.mypay.remittance.domain.Partners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps the replica of members current. Runs in the transaction of the event's message. */
@ApplicationScoped
public class FollowMember {

    private final Partners partners;

    @Inject
    public FollowMember(Partners partners) {
        this.partners = partners;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FollowMember() {
        this(null);
    }

    public void follow(Partner partner) {
        partners.follow(partner);
    }
}
