package com.mypay.payment.application;

import com.mypay.framework.value.MemberId;
import com.mypay.payment.domain.Partner;
import com.mypay.payment.domain.PartnerKind;
import com.mypay.payment.domain.PartnerStatus;
import com.mypay.payment.domain.Partners;
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

    /** @param version membership's, which rises with each change: an older event that comes late changes nothing */
    public record Command(MemberId member, PartnerKind kind, PartnerStatus status, long version) {}

    public void follow(Command command) {
        partners.follow(new Partner(command.member(), command.kind(), command.status(), command.version()));
    }
}
