package com.mypay.systemtests.kit;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import org.apache.qpid.jms.JmsConnectionFactory;

/** The broker's queues, as an operator gets at them without any service. */
public final class BrokerQueues {

    private static final String OPERATOR = "operator";
    private static final String MESSAGE_ID = "mypay_message_id";
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    private final RunningInstallation mypay;

    public BrokerQueues(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    public void send(String queue, String type, String messageId, String text) {
        try (JMSContext context = connect()) {
            context.createProducer()
                    .setJMSType(type)
                    .setProperty(MESSAGE_ID, messageId)
                    .send(context.createQueue(queue), text);
        }
    }

    /** Takes all dead letters of a queue away, for ever. @return the ids of the messages */
    public List<String> clearDeadLetters(String queue) {
        List<String> ids = new ArrayList<>();
        try (JMSContext context = connect()) {
            Queue deadLetters = context.createQueue(queue + ".dlq");
            int there = count(context, deadLetters);
            try (JMSConsumer consumer = context.createConsumer(deadLetters)) {
                while (ids.size() < there) {
                    Message message = Objects.requireNonNull(consumer.receive(LONGEST_SILENCE.toMillis()), "a letter");
                    ids.add(message.getStringProperty(MESSAGE_ID));
                }
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    /** How many wait there, those on their way to a consumer included. */
    public int messagesIn(String queue) {
        try (JMSContext context = connect()) {
            return count(context, context.createQueue(queue));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(JMSContext context, Queue queue) throws JMSException {
        try (QueueBrowser browser = context.createBrowser(queue)) {
            Enumeration<?> messages = browser.getEnumeration();
            return Collections.list(messages).size();
        }
    }

    private JMSContext connect() {
        return new JmsConnectionFactory(
                        OPERATOR,
                        mypay.secret("broker.operator"),
                        "amqp://127.0.0.1:" + mypay.brokerPort() + "?amqp.drainTimeout=5000")
                .createContext();
    }
}
