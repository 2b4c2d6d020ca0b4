package com.mypay.framework.log.shipping;

import static java.util.stream.Collectors.toList;

import com.mypay.framework.log.Log;
import com.mypay.framework.log.spool.Spool;
import com.mypay.framework.log.spool.SpoolReader;
import com.mypay.framework.messaging.BrokerAccount;
import com.mypay.framework.messaging.BrokerSender;
import com.mypay.framework.messaging.QueueLog.Waiting;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the lines of this service's spool to the broker, in a thread of its own: reads what is there, sends it, and
 * moves on when the broker has stored all of it; otherwise it sends the same again. An address that refuses its lines
 * doesn't keep those of others. Nobody waits for it.
 */
@ApplicationScoped
public class Shipper {

    /** Read and sent at once. */
    private static final int BATCH_BYTES = 2 << 20;

    /** With less than so much there is a pause, in which more gathers: a message costs the same however few lines it has. */
    private static final int WORTH_SENDING_BYTES = LogMessages.MAX_BYTES;

    private static final Duration GATHER = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** So long an address that refuses is left alone. */
    private static final Duration HOLD_BACK = Duration.ofSeconds(5);

    private static final Log LOG = Log.of(Shipper.class);

    @Resource
    private ManagedThreadFactory threads;

    private final Logs logs;
    private final BrokerSender sender;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private final AtomicLong shipped = new AtomicLong();
    private volatile @Nullable String lastFailure;
    private @Nullable Thread thread;

    @Inject
    public Shipper(Logs logs, BrokerAccount account) {
        this.logs = logs;
        this.sender = new BrokerSender(account);
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Shipper() {
        this(null, null);
    }

    void start(@Observes @Priority(3_000) @Initialized(ApplicationScoped.class) Object event) {
        Optional<Spool> spool = logs.spool();
        if (spool.isPresent() && logs.isShipping()) {
            Thread started = threads.newThread(() -> run(spool.get()));
            started.start();
            thread = started;
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        sender.close();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(PAUSE_AFTER_FAILURE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void run(Spool spool) {
        try {
            // What goes wrong once, a disk that is full for a while, must not end the shipping
            while (!isStopped(Duration.ZERO) && !spool.isClosed()) {
                ship(spool);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it is stopped or something fails; then what the broker hasn't confirmed is read again, from the files. */
    private void ship(Spool spool) throws InterruptedException {
        try (SpoolReader reader = new SpoolReader(spool)) {
            Refused refused = new Refused();
            long unconfirmed = 0;
            while (!isStopped(Duration.ZERO)) {
                List<SpoolReader.Line> lines = reader.read(BATCH_BYTES);
                if (lines.isEmpty() && refused.isEmpty()) {
                    isStopped(GATHER);
                    continue;
                }
                send(refused.without(LogMessages.of(spool.source(), lines)), refused);
                refused.tryAgain();
                unconfirmed += lines.size();
                if (refused.isEmpty() && !isStopped(Duration.ZERO)) {
                    noteBack();
                    if (refused.hasPassedOver()) {
                        return;
                    }
                    reader.shipped();
                    shipped.addAndGet(unconfirmed);
                    unconfirmed = 0;
                }
                long bytes =
                        lines.stream().mapToLong(line -> line.body().length).sum();
                if (bytes < WORTH_SENDING_BYTES) {
                    isStopped(GATHER);
                }
            }
        } catch (IOException | RuntimeException e) {
            // At the end of the application the spool may be closed before this thread has heard of it
            if (!spool.isClosed()) {
                noteFailure(e.toString());
                isStopped(PAUSE_AFTER_FAILURE);
            }
        }
    }

    /**
     * What the broker has refused, because a queue is full or isn't there, by address: the lines of all others go on. Of
     * each address it holds what came in one reading; further lines for it are passed over, and read again from the files
     * once it takes them. What was sent meanwhile is then sent again: the receiver knows a line by its number.
     */
    private final class Refused {
        private final Map<String, List<Waiting>> byAddress = new LinkedHashMap<>();
        private boolean passedOver;
        private long triedAtNanos = System.nanoTime();

        boolean isEmpty() {
            return byAddress.isEmpty();
        }

        boolean hasPassedOver() {
            return passedOver;
        }

        List<Waiting> without(List<Waiting> messages) {
            List<Waiting> others = messages.stream()
                    .filter(message -> !byAddress.containsKey(message.destination()))
                    .toList();
            passedOver |= others.size() < messages.size();
            return others;
        }

        /** @return those of the addresses that nobody could be asked about, because the broker is away */
        List<Waiting> sendEachAddress(List<Waiting> messages) throws InterruptedException {
            List<Waiting> unknown = new ArrayList<>();
            Map<String, List<Waiting>> each = messages.stream()
                    .collect(Collectors.groupingBy(Waiting::destination, LinkedHashMap::new, toList()));
            for (Map.Entry<String, List<Waiting>> address : each.entrySet()) {
                List<Waiting> left = unknown.isEmpty() ? unconfirmed(address.getValue()) : null;
                if (left == null) {
                    unknown.addAll(address.getValue());
                } else if (left.isEmpty()) {
                    byAddress.remove(address.getKey());
                } else {
                    byAddress.put(address.getKey(), left);
                }
            }
            return unknown;
        }

        void tryAgain() throws InterruptedException {
            if (!isEmpty() && System.nanoTime() - triedAtNanos > HOLD_BACK.toNanos()) {
                sendEachAddress(
                        byAddress.values().stream().flatMap(List::stream).toList());
                triedAtNanos = System.nanoTime();
            }
        }
    }

    /** Until the broker has stored or refused each of them, however long it is away. */
    private void send(List<Waiting> messages, Refused refused) throws InterruptedException {
        List<Waiting> open = messages;
        while (!open.isEmpty() && !isStopped(Duration.ZERO)) {
            List<Waiting> left = unconfirmed(open);
            if (left == null || !left.isEmpty()) {
                isStopped(PAUSE_AFTER_FAILURE);
                // A refused one may have taken others with it, or a connection was lost: once more, each address by
                // itself
                open = left == null ? open : refused.sendEachAddress(left);
            } else {
                open = left;
            }
        }
    }

    /** @return what the broker has not stored; {@code null} if it is away */
    private @Nullable List<Waiting> unconfirmed(List<Waiting> messages) throws InterruptedException {
        try {
            BrokerSender.Result result = sender.sendAll(messages);
            if (result.confirmed().size() < messages.size()) {
                noteFailure(
                        result.refused().isEmpty()
                                ? "the broker does not confirm"
                                : result.refused().values().iterator().next());
            }
            Set<String> confirmed = Set.copyOf(result.confirmed());
            return messages.stream()
                    .filter(message -> !confirmed.contains(message.id()))
                    .toList();
        } catch (InvalidDestinationException e) {
            noteFailure(String.valueOf(e.getMessage()));
            return messages;
        } catch (JMSException | RuntimeException e) {
            sender.close();
            noteFailure(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private boolean isStopped(Duration within) throws InterruptedException {
        return stopped.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Says the same failure once, not every second. */
    private void noteFailure(String failure) {
        if (!failure.equals(lastFailure) && stopped.getCount() > 0) {
            LOG.warning("log lines wait in the spool: {0}", failure);
        }
        lastFailure = failure;
    }

    private void noteBack() {
        if (lastFailure != null) {
            LOG.info("log lines flow again");
            lastFailure = null;
        }
    }

    /** Lines up to the place before which the broker has confirmed all, since this start. */
    public long shipped() {
        return shipped.get();
    }

    /** Why lines wait; {@code null} while they flow. */
    public @Nullable String failure() {
        return lastFailure;
    }
}
