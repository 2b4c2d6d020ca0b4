package com.mypay.remittance.adapter.in.messaging;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.LocalConsumer;
import com.mypay.remittance.application.TakeMoneyAnswer;
import com.mypay.remittance.application.message.MoneyCommandAnswered;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Money's answers. Several at a time: those of one sender wait for each other, and their order means nothing. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "queue", propertyValue = "remittance.money-replies"),
            @ActivationConfigProperty(propertyName = "sessions", propertyValue = "8")
        })
public class MoneyRepliesConsumer extends LocalConsumer {

    @Inject
    private TakeMoneyAnswer takeMoneyAnswer;

    @Override
    protected void handle(IncomingMessage message) {
        if (!message.type().equals(MoneyCommandAnswered.TYPE)) {
            throw new IllegalArgumentException("not a message for this queue: " + message.type());
        }
        takeMoneyAnswer.take(message.body(MoneyCommandAnswered.class));
    }
}
