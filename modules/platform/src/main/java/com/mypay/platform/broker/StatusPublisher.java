package com.mypay.platform.broker;

import com.mypay.platform.broker.Topology.Queue;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.server.ActiveMQServer;

/**
 * Tells the counts of all queues four times a second on {@link Topology#STATUS_TOPIC}. Whoever subscribes reads them
 * with the next message, without any right to manage the broker and without walking through the messages:
 *
 * <pre>{@code
 * {"at":"2026-03-02T05:00:01.250Z","queues":[
 *   {"name":"settlement.slips","messages":3,"delivering":1,"consumers":4,"deadLetters":0}, …]}
 * }</pre>
 *
 * {@code messages} includes those on their way to a consumer ({@code delivering}) and those that wait for another
 * attempt. No message within a few seconds means that the broker is stuck. Without a subscriber nothing is stored.
 */
final class StatusPublisher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StatusPublisher.class.getName());
    private static final int PERIOD_MILLIS = 250;
    private static final int BUFFER_BYTES = 2_048;

    private final ActiveMQServer server;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    StatusPublisher(ActiveMQServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "broker-status");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::publish, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void publish() {
        try {
            CoreMessage message = new CoreMessage(server.getStorageManager().generateID(), BUFFER_BYTES);
            message.setType(Message.TEXT_TYPE);
            message.setDurable(false);
            message.setAddress(Topology.STATUS_TOPIC);
            message.setRoutingType(RoutingType.MULTICAST);
            message.setTimestamp(clock.millis());
            ActiveMQBuffer body = message.getBodyBuffer();
            body.writeNullableSimpleString(SimpleString.of(status()));
            server.getPostOffice().route(message, false);
        } catch (Exception e) {
            // The next one tries again; a reader sees that none comes.
            LOG.log(Level.WARNING, "the broker's status could not be published", e);
        }
    }

    private String status() {
        StringJoiner queues = new StringJoiner(",", "[", "]");
        for (Queue queue : Topology.queues()) {
            org.apache.activemq.artemis.core.server.Queue messages = server.locateQueue(queue.name());
            org.apache.activemq.artemis.core.server.Queue deadLetters = server.locateQueue(queue.deadLetterQueue());
            queues.add(String.format(
                    Locale.ROOT,
                    "{\"name\":\"%s\",\"messages\":%d,\"delivering\":%d,\"consumers\":%d,\"deadLetters\":%d}",
                    queue.name(),
                    messages.getMessageCount(),
                    messages.getDeliveringCount(),
                    messages.getConsumerCount(),
                    deadLetters.getMessageCount()));
        }
        return "{\"at\":\"" + clock.instant().truncatedTo(ChronoUnit.MILLIS) + "\",\"queues\":" + queues + "}";
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
