package com.mypay.logs.adapter.in.messaging;

import com.mypay.logs.application.TakeLogMessage;
import com.mypay.logs.domain.LogKind;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;

/**
 * Base of the three consumers. Not an inbox as the business has it: lines are known by their own numbers, so that a
 * message which comes twice costs no row of its own.
 */
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public abstract class LogConsumer implements MessageListener {

    private final LogKind kind;

    @Inject
    private TakeLogMessage takeLogMessage;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    protected LogConsumer(LogKind kind) {
        this.kind = kind;
    }

    @Override
    public void onMessage(Message message) {
        try {
            if (!(message instanceof TextMessage text) || text.getText() == null) {
                throw new IllegalArgumentException("not a text message");
            }
            takeLogMessage.take(kind, text.getText());
        } catch (JMSException e) {
            throw new IllegalStateException("the message can't be read", e);
        }
    }
}
