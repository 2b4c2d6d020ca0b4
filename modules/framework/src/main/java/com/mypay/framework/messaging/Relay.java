package com.mypay.framework.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.config.ServiceName;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.edge.Body;
import com.mypay.framework.edge.EdgeChain;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.edge.Exchange.Direction;
import com.mypay.framework.edge.Exchange.Edge;
import com.mypay.framework.log.Log;
import com.mypay.framework.messaging.QueueLog.Waiting;
import com.mypay.framework.telemetry.Spans;
import com.mypay.framework.transaction.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Delivers what has been committed in {@code QUEUE_LOG} to the broker: reads the waiting rows in order, sends them
 * without a transaction, and marks those that the broker has confirmed. What isn't confirmed stays and is sent again,
 * under the same message id, which broker and receiver know to drop. One relay per schema works at a time: it holds a
 * lease in the database, which another server takes over when it lapses.
 */
@ApplicationScoped
public class Relay {

    static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(6);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration HOLD_BACK = Duration.ofSeconds(5);
    static final int BATCH_SIZE = 500;

    /** From one batch to the next: what is committed in between goes together. The first after a while goes at once. */
    private static final Duration GATHER = Duration.ofMillis(25);

    private static final Log LOG = Log.of(Relay.class);

    /** A thread of its own: one of the server's pool would be missing there for good. */
    @Resource
    private ManagedThreadFactory threads;

    private final QueueLog queueLog;
    private final Transactions transactions;
    private final RelaySignal signal;
    private final BrokerSender sender;
    private final ServiceName service;
    private final Clock realTime;

    /** Destinations that have refused a message, until when they are left alone. */
    private final Map<String, Instant> heldBack = new HashMap<>();

    private volatile boolean stopped;
    /** Real time, not business time: the relay goes on while the test clock jumps. */
    private long leaseRenewedAtNanos;

    private long batchBegunAtNanos = System.nanoTime();
    private boolean leaseHeld;
    private volatile @Nullable String lastFailure;

    @Inject
    public Relay(
            QueueLog queueLog,
            Transactions transactions,
            RelaySignal signal,
            BrokerSender sender,
            ServiceName service,
            @RealTime Clock realTime) {
        this.queueLog = queueLog;
        this.transactions = transactions;
        this.signal = signal;
        this.sender = sender;
        this.service = service;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Relay() {
        this(null, null, null, null, null, null);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (service.isRelaying()) {
            threads.newThread(this::run).start();
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        signal.wake();
        sender.close();
    }

    private void run() {
        while (!stopped) {
            try {
                int sent = holdsLease() ? relayBatch() : 0;
                noteBack();
                if (sent < BATCH_SIZE) {
                    signal.await(LOOK_EVERY);
                    gather();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | JMSException e) {
                noteFailure(e);
                if (!paused()) {
                    return;
                }
            }
        }
    }

    /** A batch costs two transactions, however many messages it has. */
    private void gather() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(batchBegunAtNanos + GATHER.toNanos() - System.nanoTime());
        signal.forget();
    }

    /** @return how many messages were sent */
    int relayBatch() throws JMSException, InterruptedException {
        Set<String> refusing = refusingDestinations();
        List<Waiting> waiting = transactions.inTransaction(() -> queueLog.waiting(BATCH_SIZE, refusing));
        if (waiting.isEmpty()) {
            return 0;
        }
        batchBegunAtNanos = System.nanoTime();
        // Before an exchange begins: while the broker is away there is none
        sender.connect();
        List<Exchange> exchanges = waiting.stream().map(Relay::exchange).toList();
        BrokerSender.Result result = sendAll(waiting, exchanges);
        transactions.inTransaction(() -> {
            queueLog.sent(result.confirmed());
            result.refused().forEach(queueLog::notSent);
        });
        if (!result.refused().isEmpty()) {
            holdBack(waiting, result.refused().keySet());
            throw new JMSException("the broker refused " + result.refused().size() + " messages, the first because: "
                    + result.refused().values().iterator().next());
        }
        return waiting.size();
    }

    private static List<Waiting> withTraceparents(List<Waiting> messages, List<Exchange> exchanges) {
        return IntStream.range(0, messages.size())
                .mapToObj(i -> messages.get(i)
                        .withTraceparent(exchanges.get(i).requestHeaders().getOrDefault(Spans.HEADER, "")))
                .toList();
    }

    private static Exchange exchange(Waiting message) {
        CallContext context = Guid.isWellFormed(message.guid())
                ? new CallContext(new Guid(message.guid()), message.hop(), Caller.ANONYMOUS, message.destination())
                : null;
        Exchange exchange = new Exchange(Direction.OUT, Edge.AMQP, message.destination(), message.type())
                .within(context)
                .request(Body.of(message.payload().getBytes(UTF_8), true));
        exchange.requestHeaders().put("mypay_message_id", message.id());
        try {
            EdgeChain.current().before(exchange);
        } catch (RuntimeException e) {
            // It is committed: nobody can refuse it any more
            LOG.warning("a step before message {0} failed: {1}", message.id(), e);
        }
        return exchange;
    }

    /** Each exchange that was begun is ended, also where the broker breaks off: then none of them is known to be there. */
    private BrokerSender.Result sendAll(List<Waiting> waiting, List<Exchange> exchanges)
            throws JMSException, InterruptedException {
        Set<String> confirmed = Set.of();
        try {
            BrokerSender.Result result = sender.sendAll(withTraceparents(waiting, exchanges));
            confirmed = Set.copyOf(result.confirmed());
            return result;
        } finally {
            tell(waiting, exchanges, confirmed);
        }
    }

    private static void tell(List<Waiting> messages, List<Exchange> exchanges, Set<String> confirmed) {
        for (int i = 0; i < messages.size(); i++) {
            boolean done = confirmed.contains(messages.get(i).id());
            EdgeChain.current().after(exchanges.get(i).status(done ? "DONE" : "FAILED"));
        }
    }

    /** A queue that is full would otherwise fill each batch, and the messages for all others would wait behind it. */
    private void holdBack(List<Waiting> batch, Set<String> refused) {
        Instant until = realTime.instant().plus(HOLD_BACK);
        batch.stream()
                .filter(message -> refused.contains(message.id()))
                .forEach(message -> heldBack.put(message.destination(), until));
    }

    private Set<String> refusingDestinations() {
        Instant now = realTime.instant();
        heldBack.values().removeIf(until -> !now.isBefore(until));
        return Set.copyOf(heldBack.keySet());
    }

    private boolean holdsLease() {
        long now = System.nanoTime();
        if (leaseHeld && now - leaseRenewedAtNanos < LEASE.minus(RENEW_BEFORE).toNanos()) {
            return true;
        }
        leaseHeld = transactions.inTransaction(() -> queueLog.holdLease(service.node(), LEASE));
        leaseRenewedAtNanos = now;
        return leaseHeld;
    }

    private boolean paused() {
        try {
            signal.await(PAUSE_AFTER_FAILURE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Says the same failure once, not every second. */
    private void noteFailure(Exception failure) {
        leaseHeld = false;
        String text = String.valueOf(failure.getMessage());
        if (!stopped && !text.equals(lastFailure)) {
            LOG.warning("messages of {0} wait in QUEUE_LOG: {1}", service.name(), text);
        }
        lastFailure = text;
    }

    private void noteBack() {
        if (lastFailure != null && heldBack.isEmpty()) {
            LOG.info("messages of {0} flow again", service.name());
            lastFailure = null;
        }
    }

    /** Why messages wait, for health; {@code null} while they flow. */
    public @Nullable String failure() {
        return lastFailure;
    }
}
