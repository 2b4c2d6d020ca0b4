package com.mypay.framework.messaging;

import com.mypay.framework.messaging.QueueLog.Waiting;
import com.mypay.framework.telemetry.Spans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A sender's connection to the broker: one session, asynchronous sends, so that a batch costs one round trip. Used by
 * one thread: the relay's; who else sends makes one of its own.
 */
@ApplicationScoped
public class BrokerSender {

    private static final Duration CONFIRM_WITHIN = Duration.ofSeconds(10);

    private final BrokerAccount account;

    private @Nullable Connection connection;
    private @Nullable Session session;
    private @Nullable MessageProducer producer;

    @Inject
    public BrokerSender(BrokerAccount account) {
        this.account = account;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected BrokerSender() {
        this(null);
    }

    /**
     * @param confirmed ids that the broker has stored
     * @param refused ids that it refused, with the reason; ids in neither list have an unknown outcome
     */
    public record Result(List<String> confirmed, Map<String, String> refused) {}

    public Result sendAll(List<Waiting> messages) throws JMSException, InterruptedException {
        connect();
        Queue<String> confirmed = new ConcurrentLinkedQueue<>();
        Map<String, String> refused = new ConcurrentHashMap<>();
        CountDownLatch open = new CountDownLatch(messages.size());
        try {
            for (Waiting message : messages) {
                send(message, new CompletionListener() {
                    @Override
                    public void onCompletion(Message sent) {
                        confirmed.add(message.id());
                        open.countDown();
                    }

                    @Override
                    public void onException(Message notSent, Exception reason) {
                        refused.put(message.id(), String.valueOf(reason.getMessage()));
                        open.countDown();
                    }
                });
            }
            boolean complete = open.await(CONFIRM_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            if (!complete || !refused.isEmpty()) {
                close();
            }
        } catch (JMSException e) {
            close();
            if (confirmed.isEmpty()) {
                throw e;
            }
        }
        return new Result(List.copyOf(confirmed), Map.copyOf(refused));
    }

    private void send(Waiting message, CompletionListener listener) throws JMSException {
        Session open = session;
        MessageProducer sender = producer;
        if (open == null || sender == null) {
            throw new JMSException("not connected to the broker");
        }
        TextMessage text = open.createTextMessage(message.payload());
        text.setJMSType(message.type());
        text.setStringProperty("mypay_message_id", message.id());
        text.setStringProperty("_AMQ_DUPL_ID", message.id());
        text.setStringProperty("mypay_guid", message.guid());
        text.setIntProperty("mypay_hop", message.hop());
        if (!message.traceparent().isEmpty()) {
            text.setStringProperty(Spans.HEADER, message.traceparent());
        }
        sender.send(
                open.createQueue(message.destination()),
                text,
                DeliveryMode.PERSISTENT,
                Message.DEFAULT_PRIORITY,
                Message.DEFAULT_TIME_TO_LIVE,
                listener);
    }

    /** Nothing where it is connected; {@link #sendAll} does it as well. */
    void connect() throws JMSException {
        if (connection != null) {
            return;
        }
        Connection opened = account.connect();
        try {
            Session openedSession = opened.createSession(false, Session.AUTO_ACKNOWLEDGE);
            producer = openedSession.createProducer(null);
            session = openedSession;
            connection = opened;
            opened.start();
        } finally {
            if (connection == null) {
                opened.close();
            }
        }
    }

    /** The next batch connects anew. May be called from another thread, to interrupt a send that hangs. */
    public void close() {
        Connection open = connection;
        connection = null;
        session = null;
        producer = null;
        if (open != null) {
            try {
                open.close();
            } catch (JMSException e) {
                // it is being given up anyway; the unconfirmed messages are sent again
            }
        }
    }
}
