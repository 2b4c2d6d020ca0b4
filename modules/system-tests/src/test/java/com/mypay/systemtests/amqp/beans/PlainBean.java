package com.mypay.systemtests.amqp.beans;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import javax.sql.DataSource;

/** Runs without a transaction; its first attempt at each message fails. */
@MessageDriven(activationConfig = @ActivationConfigProperty(propertyName = "queue", propertyValue = "settlement.slips"))
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PlainBean implements MessageListener {

    @Resource(lookup = "jdbc/outside")
    private DataSource outside;

    @Override
    public void onMessage(Message message) {
        try {
            Effects effects = new Effects(outside, outside);
            String messageId = message.getStringProperty("mypay_message_id");
            if (effects.seen(messageId) == 1) {
                throw new IllegalStateException("the first attempt fails");
            }
            effects.happen(messageId);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
