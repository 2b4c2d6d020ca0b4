package com.mypay.framework.messaging;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.config.ServiceName;
import com.mypay.framework.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many messages lie in this service's queues and their dead-letter queues, as the broker tells it several times a
 * second on the topic {@value #TOPIC}. Asked at most every five seconds, however often health and metrics look.
 */
@ApplicationScoped
public class BrokerStatus {

    static final String TOPIC = "broker.status";
    private static final long TOLD_WITHIN_MILLIS = 2_000;
    private static final Duration ASK_EVERY = Duration.ofSeconds(5);

    private final BrokerAccount account;
    private final Clock realTime;
    private final ServiceName service;

    private Instant askedAt = Instant.MIN;
    private Optional<List<QueueStatus>> known = Optional.empty();

    @Inject
    public BrokerStatus(BrokerAccount account, @RealTime Clock realTime, ServiceName service) {
        this.account = account;
        this.realTime = realTime;
        this.service = service;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected BrokerStatus() {
        this(null, null, null);
    }

    /**
     * One queue.
     *
     * @param messages that wait or are being delivered
     * @param deadLetters that could not be processed
     */
    public record QueueStatus(String name, long messages, long deadLetters) {}

    /** What the broker sends. */
    public record Told(@Nullable List<QueueStatus> queues) {}

    /** Of this service's own queues; empty while the broker doesn't answer. */
    public synchronized Optional<List<QueueStatus>> ofOwnQueues() {
        Instant now = realTime.instant();
        if (askedAt.plus(ASK_EVERY).isBefore(now)) {
            known = ask();
            askedAt = now;
        }
        return known;
    }

    private Optional<List<QueueStatus>> ask() {
        try (Connection connection = account.connect();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createTopic(TOPIC))) {
            connection.start();
            Message told = consumer.receive(TOLD_WITHIN_MILLIS);
            if (!(told instanceof TextMessage text) || text.getText() == null) {
                return Optional.empty();
            }
            List<QueueStatus> all = Json.read(text.getText(), Told.class).queues();
            return Optional.of(
                    all == null
                            ? List.of()
                            : all.stream()
                                    .filter(queue -> service.queues().contains(queue.name()))
                                    .toList());
        } catch (JMSException e) {
            return Optional.empty();
        }
    }
}
