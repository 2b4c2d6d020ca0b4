package com.mypay.framework.messaging;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.problem.UnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The messages of this service's queues that could not be processed; staff looks at them and sends them again. */
@ApplicationScoped
public class DeadLetters {

    static final int MAX_SHOWN = 100;
    private static final long RECEIVE_TIMEOUT_MILLIS = 2_000;
    private static final String SUFFIX = ".dlq";
    private static final String GUID = "mypay_guid";

    private final BrokerAccount account;
    private final ServiceName service;

    @Inject
    public DeadLetters(BrokerAccount account, ServiceName service) {
        this.account = account;
        this.service = service;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DeadLetters() {
        this(null, null);
    }

    /** @param queue whose dead letter it is */
    @Schema(name = "DeadLetter", description = "A message that could not be processed")
    public record DeadLetter(
            @Schema(description = "Names the message, for resend/dead-letter")
            String messageId,

            @Schema(description = "Whose dead letter it is", examples = "settlement.slips")
            String queue,

            @Schema(description = "Which contract it follows", examples = "slip-issued.v1") @Nullable String type,

            @Schema(description = "The business transaction that it belongs to") @Nullable String guid,

            @Schema(description = "What it says") @Nullable String payload) {}

    /** At most {@value #MAX_SHOWN} per queue, oldest first. */
    public List<DeadLetter> find() {
        return withSession(session -> {
            List<DeadLetter> found = new ArrayList<>();
            for (String queue : service.queues()) {
                try (QueueBrowser browser = session.createBrowser(session.createQueue(queue + SUFFIX))) {
                    Enumeration<?> messages = browser.getEnumeration();
                    for (int shown = 0; shown < MAX_SHOWN && messages.hasMoreElements(); shown++) {
                        found.add(read(queue, (Message) messages.nextElement()));
                    }
                }
            }
            return found;
        });
    }

    /**
     * The GUIDs of all of them, however many: nothing else of a message is kept while the next one is looked at.
     *
     * @return without those that say none
     */
    public Set<String> guids() {
        return withSession(session -> {
            Set<String> guids = new HashSet<>();
            for (String queue : service.queues()) {
                try (QueueBrowser browser = session.createBrowser(session.createQueue(queue + SUFFIX))) {
                    Enumeration<?> messages = browser.getEnumeration();
                    while (messages.hasMoreElements()) {
                        String guid = ((Message) messages.nextElement()).getStringProperty(GUID);
                        if (guid != null) {
                            guids.add(guid);
                        }
                    }
                }
            }
            return guids;
        });
    }

    /**
     * Puts a dead letter back into its queue. Taking and putting back are one transaction of the broker; the receiver
     * drops a message that it has processed.
     *
     * @return whether it was there
     */
    public boolean resend(String messageId) {
        String selector = "mypay_message_id = '" + messageId.replace("'", "''") + "'";
        return withSession(session -> {
            for (String queue : service.queues()) {
                // Looked for first: who takes from a queue that doesn't have it waits in vain
                if (isThere(session, queue, selector) && resend(session, queue, selector)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean isThere(Session session, String queue, String selector) throws JMSException {
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue + SUFFIX), selector)) {
            return browser.getEnumeration().hasMoreElements();
        }
    }

    private static boolean resend(Session session, String queue, String selector) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue + SUFFIX), selector);
                MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            Message message = consumer.receive(RECEIVE_TIMEOUT_MILLIS);
            if (!(message instanceof TextMessage text)) {
                return false;
            }
            producer.send(copy(session, text), DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, 0);
            session.commit();
            return true;
        }
    }

    /** A copy without the broker's duplicate id: the broker has seen that one and would drop the message. */
    private static TextMessage copy(Session session, TextMessage dead) throws JMSException {
        TextMessage copy = session.createTextMessage(dead.getText());
        copy.setJMSType(dead.getJMSType());
        copy.setStringProperty("mypay_message_id", dead.getStringProperty("mypay_message_id"));
        copy.setStringProperty(GUID, dead.getStringProperty(GUID));
        if (dead.propertyExists("mypay_hop")) {
            copy.setIntProperty("mypay_hop", dead.getIntProperty("mypay_hop"));
        }
        return copy;
    }

    private static DeadLetter read(String queue, Message message) throws JMSException {
        String id = message.getStringProperty("mypay_message_id");
        return new DeadLetter(
                id == null ? message.getJMSMessageID() : id,
                queue,
                message.getJMSType(),
                message.getStringProperty(GUID),
                message instanceof TextMessage text ? text.getText() : null);
    }

    @FunctionalInterface
    private interface SessionWork<T> {
        T with(Session session) throws JMSException;
    }

    private <T> T withSession(SessionWork<T> work) {
        try (Connection connection = account.connect();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            connection.start();
            return work.with(session);
        } catch (JMSException e) {
            throw new UnavailableException("the broker does not answer", e);
        }
    }
}
