package com.mypay.money.adapter.in.messaging;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.LocalConsumer;
import com.mypay.framework.value.MemberId;
import com.mypay.money.application.FollowMember;
import com.mypay.money.domain.MemberKind;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberStatus;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import java.time.Instant;

/** News of members: member-registered.v1 and member-changed.v1. What a franchise agreed on is none of money's. */
@MessageDriven(
        activationConfig = @ActivationConfigProperty(propertyName = "queue", propertyValue = "money.membership-events"))
public class MembershipEventsConsumer extends LocalConsumer {

    static final String MEMBER_REGISTERED = "member-registered.v1";
    static final String MEMBER_CHANGED = "member-changed.v1";
    static final String FRANCHISE_CHANGED = "franchise-changed.v1";

    @Inject
    private FollowMember followMember;

    /** The part of the messages that money reads. */
    public record MemberChanged(
            long memberId,
            String kind,
            String status,
            String province,
            String district,
            long version,
            Instant changedAt) {

        MemberProfile.News news() {
            return new MemberProfile.News(
                    new MemberId(memberId),
                    MemberKind.valueOf(kind),
                    MemberStatus.valueOf(status),
                    province,
                    district,
                    version,
                    changedAt);
        }
    }

    @Override
    protected void handle(IncomingMessage message) {
        switch (message.type()) {
            case MEMBER_REGISTERED, MEMBER_CHANGED ->
                followMember.follow(message.body(MemberChanged.class).news());
            case FRANCHISE_CHANGED -> {}
            default -> throw new IllegalArgumentException("not a message for this queue: " + message.type());
        }
    }
}
