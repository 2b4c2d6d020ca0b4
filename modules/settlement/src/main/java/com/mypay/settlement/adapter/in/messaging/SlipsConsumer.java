package com.mypay.settlement.adapter.in.messaging;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.LocalConsumer;
import com.mypay.settlement.application.TakeInSlip;
import com.mypay.settlement.application.message.SlipIssued;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Payment's slips. Several at a time: they may come in any order, and commits at the same moment share a write. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "queue", propertyValue = "settlement.slips"),
            @ActivationConfigProperty(propertyName = "sessions", propertyValue = "4")
        })
public class SlipsConsumer extends LocalConsumer {

    @Inject
    private TakeInSlip takeInSlip;

    @Override
    protected void handle(IncomingMessage message) {
        if (!message.type().equals(SlipIssued.TYPE)) {
            throw new IllegalArgumentException("not a message for this queue: " + message.type());
        }
        takeInSlip.takeIn(message.body(SlipIssued.class));
    }
}
