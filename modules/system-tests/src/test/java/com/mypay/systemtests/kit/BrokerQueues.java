package com.mypay.systemtests.kit;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.qpid.jms.JmsConnectionFactory;

/** The broker's queues, as an operator gets at them without any service. */
public final class BrokerQueues {

    private static final String OPERATOR = "operator";
    private static final String MESSAGE_ID = "mypay_message_id";
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

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
        try (JMSContext context = connect();
                JMSConsumer consumer = context.createConsumer(context.createQueue(queue + ".dlq"))) {
            for (Message message = next(consumer); message != null; message = next(consumer)) {
                ids.add(message.getStringProperty(MESSAGE_ID));
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    private static @org.jspecify.annotations.Nullable Message next(JMSConsumer consumer) {
        return consumer.receive(LONGEST_SILENCE.toMillis());
    }

    private JMSContext connect() {
        return new JmsConnectionFactory(
                        OPERATOR, mypay.secret("broker.operator"), "amqp://127.0.0.1:" + mypay.brokerPort())
                .createContext();
    }
}
