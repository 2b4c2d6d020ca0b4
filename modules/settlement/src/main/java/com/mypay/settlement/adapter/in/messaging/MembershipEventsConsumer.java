package com.mypay.settlement.adapter.in.messaging;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.LocalConsumer;
import com.mypay.settlement.application.TakeInFranchise;
import com.mypay.settlement.application.message.FranchiseChanged;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Of membership's events settlement needs the franchises' terms; members' own are passed over. */
@MessageDriven(
        activationConfig =
                @ActivationConfigProperty(propertyName = "queue", propertyValue = "settlement.membership-events"))
public class MembershipEventsConsumer extends LocalConsumer {

    @Inject
    private TakeInFranchise takeInFranchise;

    @Override
    protected void handle(IncomingMessage message) {
        switch (message.type()) {
            case FranchiseChanged.TYPE -> takeInFranchise.takeIn(message.body(FranchiseChanged.class));
            case "member-registered.v1", "member-changed.v1" -> {}
            default -> throw new IllegalArgumentException("not a message for this queue: " + message.type());
        }
    }
}
