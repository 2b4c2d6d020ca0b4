package com.mypay.framework.messaging;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Base of a message-driven bean whose effect is in its own database only: the message's {@code QUEUE_LOG} row and the
 * effect commit together, so a message that is delivered twice has one effect. An exception rolls both back and the
 * broker delivers again, at last to the dead-letter queue.
 */
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public abstract class LocalConsumer implements MessageListener {

    @Inject
    private Inbox inbox;

    @Override
    public void onMessage(Message message) {
        inbox.receiveInTransaction(message, this::handle);
    }

    /** Runs inside the message's transaction. */
    protected abstract void handle(IncomingMessage message);
}
