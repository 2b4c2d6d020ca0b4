package com.mypay.banking.adapter.in.messaging;

import com.mypay.banking.application.TakeFirmbankingOrder;
import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.RemoteConsumer;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/**
 * Takes requests for firmbankings. Eight at a time, which is the pace at which banks are called for messages: each waits
 * for its bank, and their order means nothing.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "queue", propertyValue = "banking.firmbanking-requests"),
            @ActivationConfigProperty(propertyName = "sessions", propertyValue = "8")
        })
public class FirmbankingRequestedConsumer extends RemoteConsumer {

    @Inject
    private TakeFirmbankingOrder takeFirmbankingOrder;

    @Override
    protected void handle(IncomingMessage message) {
        if (!message.type().equals(FirmbankingRequested.TYPE)) {
            throw new IllegalArgumentException("unknown message type " + message.type());
        }
        takeFirmbankingOrder.take(message.body(FirmbankingRequested.class).order());
    }
}
