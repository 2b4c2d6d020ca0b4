package com.mypay.systemtests.amqp.beans;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import javax.sql.DataSource;

/** Does what the text of the message says, in the container's transaction, guarded by an inbox row. */
@MessageDriven(
        activationConfig =
                @ActivationConfigProperty(propertyName = "queue", propertyValue = "banking.firmbanking-requests"))
public class TransactedBean implements MessageListener {

    @Resource(lookup = "jdbc/effects")
    private DataSource inTransaction;

    @Resource(lookup = "jdbc/outside")
    private DataSource outside;

    @Resource
    private MessageDrivenContext container;

    @Override
    public void onMessage(Message message) {
        try {
            handle(((TextMessage) message).getText(), message.getStringProperty("mypay_message_id"));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(String text, String messageId) {
        Effects effects = new Effects(inTransaction, outside);
        boolean firstAttempt = effects.seen(messageId) == 1;
        if (!effects.firstTime(messageId)) {
            return;
        }
        effects.happen(messageId);
        if (text.equals("wait") && firstAttempt) {
            effects.waitForTheTest(messageId);
        }
        if ((text.equals("throw") && firstAttempt) || text.equals("poison")) {
            throw new IllegalStateException("thrown because the message says so");
        }
        if (text.equals("rollback") && firstAttempt) {
            container.setRollbackOnly();
        }
    }
}
