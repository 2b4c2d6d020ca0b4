package com.mypay.remittance.adapter.in.messaging;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.LocalConsumer;
import com.mypay.remittance.application.TakeFirmbankingResult;
import com.mypay.remittance.application.message.FirmbankingResult;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Banking's answers. Several at a time, as {@link MoneyRepliesConsumer}. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "queue", propertyValue = "remittance.firmbanking-results"),
            @ActivationConfigProperty(propertyName = "sessions", propertyValue = "4")
        })
public class FirmbankingResultsConsumer extends LocalConsumer {

    @Inject
    private TakeFirmbankingResult takeFirmbankingResult;

    @Override
    protected void handle(IncomingMessage message) {
        if (!message.type().equals(FirmbankingResult.TYPE)) {
            throw new IllegalArgumentException("not a message for this queue: " + message.type());
        }
        takeFirmbankingResult.take(message.body(FirmbankingResult.class));
    }
}
