package com.mypay.payment.adapter.in.messaging;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.LocalConsumer;
import com.mypay.framework.value.MemberId;
import com.mypay.payment.application.FollowMember;
import com.mypay.payment.domain.PartnerKind;
import com.mypay.payment.domain.PartnerStatus;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Membership's events: the replica of members follows them. Settlement terms are none of payment's business. */
@MessageDriven(
        activationConfig =
                @ActivationConfigProperty(propertyName = "queue", propertyValue = "payment.membership-events"))
public class MembershipEventsConsumer extends LocalConsumer {

    @Inject
    private FollowMember followMember;

    /** The part of {@code member-registered.v1} and {@code member-changed.v1} that payment reads. */
    public record MemberEvent(long memberId, String kind, String status, long version) {}

    @Override
    protected void handle(IncomingMessage message) {
        switch (message.type()) {
            case "member-registered.v1", "member-changed.v1" -> follow(message.body(MemberEvent.class));
            case "franchise-changed.v1" -> {}
            default -> throw new IllegalArgumentException("an event that payment doesn't know: " + message.type());
        }
    }

    private void follow(MemberEvent event) {
        followMember.follow(new FollowMember.Command(
                new MemberId(event.memberId()),
                PartnerKind.valueOf(event.kind()),
                PartnerStatus.valueOf(event.status()),
                event.version()));
    }
}
