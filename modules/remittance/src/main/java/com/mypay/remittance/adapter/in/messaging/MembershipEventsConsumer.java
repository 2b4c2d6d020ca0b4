package com.mypay.remittance.adapter.in.messaging;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.LocalConsumer;
import com.mypay.framework.value.MemberId;
import com.mypay.remittance.application.FollowMember;
import com.mypay.remittance.domain.Partner;
import com.mypay.remittance.domain.PartnerKind;
import com.mypay.remittance.domain.PartnerStatus;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Membership's events: the replica of members follows them. Settlement terms are none of remittance's business. */
@MessageDriven(
        activationConfig =
                @ActivationConfigProperty(propertyName = "queue", propertyValue = "remittance.membership-events"))
public class MembershipEventsConsumer extends LocalConsumer {

    @Inject
    private FollowMember followMember;

    /** The part of {@code member-registered.v1} and {@code member-changed.v1} that remittance reads. */
    public record MemberEvent(long memberId, String kind, String status, long version) {

        Partner partner() {
            return new Partner(
                    new MemberId(memberId), PartnerKind.valueOf(kind), PartnerStatus.valueOf(status), version);
        }
    }

    @Override
    protected void handle(IncomingMessage message) {
        switch (message.type()) {
            case "member-registered.v1", "member-changed.v1" ->
                followMember.follow(message.body(MemberEvent.class).partner());
            case "franchise-changed.v1" -> {}
            default -> throw new IllegalArgumentException("an event that remittance doesn't know: " + message.type());
        }
    }
}
