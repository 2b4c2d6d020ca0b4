package com.mypay.banking.adapter.in.messaging;

import com.mypay.banking.application.ResolveFirmbanking;
import com.mypay.banking.application.TakeFirmbankingOrder;
import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.RemoteConsumer;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/**
 * Takes requests for firmbankings, and what staff has found out about them. Eight at a time, which is the pace at which
 * banks are called for messages: each waits for its bank, and their order means nothing.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "queue", propertyValue = "banking.firmbanking-requests"),
            @ActivationConfigProperty(propertyName = "sessions", propertyValue = "8")
        })
public class FirmbankingRequestedConsumer extends RemoteConsumer {

    @Inject
    private TakeFirmbankingOrder takeFirmbankingOrder;

    @Inject
    private ResolveFirmbanking resolveFirmbanking;

    @Override
    protected void handle(IncomingMessage message) {
        switch (message.type()) {
            case FirmbankingRequested.TYPE ->
                takeFirmbankingOrder.take(
                        message.body(FirmbankingRequested.class).order());
            case ResolveFirmbankingMessage.TYPE ->
                resolveFirmbanking.resolve(
                        message.body(ResolveFirmbankingMessage.class).command());
            default -> throw new IllegalArgumentException("unknown message type " + message.type());
        }
    }
}
