package com.mypay.money.adapter.in.messaging;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.LocalConsumer;
import com.mypay.money.application.TakeFirmbankingResult;
import com.mypay.money.application.TakeFirmbankingResult.FirmbankingResult;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Banking's answers to charges: firmbanking-result.v1. */
@MessageDriven(
        activationConfig =
                @ActivationConfigProperty(propertyName = "queue", propertyValue = "money.firmbanking-results"))
public class FirmbankingResultsConsumer extends LocalConsumer {

    static final String TYPE = "firmbanking-result.v1";

    @Inject
    private TakeFirmbankingResult takeFirmbankingResult;

    @Override
    protected void handle(IncomingMessage message) {
        if (!message.type().equals(TYPE)) {
            throw new IllegalArgumentException("not a message for this queue: " + message.type());
        }
        takeFirmbankingResult.take(message.body(FirmbankingResult.class));
    }
}
