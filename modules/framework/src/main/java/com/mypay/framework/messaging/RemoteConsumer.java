package com.mypay.framework.messaging;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Base of a message-driven bean that calls another system: no transaction is open while it does. The message is marked
 * {@code PROCESSING} with a lease first and {@code DONE} at the end; when its server dies in between, the message is
 * delivered again and taken over, by that server at once, by another one when the lease is over. So the work has to find
 * what was already done.
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class RemoteConsumer implements MessageListener {

    @Inject
    private Inbox inbox;

    @Override
    public void onMessage(Message message) {
        inbox.receiveWithLease(message, this::handle);
    }

    /** Runs outside any transaction; brackets its own steps. */
    protected abstract void handle(IncomingMessage message);
}
