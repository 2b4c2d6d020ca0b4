package com.mypay.framework.log.shipping;

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
import jakarta.jms.JMSException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Brings the lines of this service's spool to the broker, in a thread of its own: reads what is there, sends it, and
 * moves on when the broker has stored all of it; otherwise it sends the same again. Nobody waits for it.
 */
@ApplicationScoped
public class Shipper {

    /** Read and sent at once. */
    private static final int BATCH_BYTES = 2 << 20;

    /** With less than so much there is a pause, in which more gathers: a message costs the same however few lines it has. */
    private static final int WORTH_SENDING_BYTES = LogMessages.MAX_BYTES;

    private static final Duration GATHER = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

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
            List<SpoolReader.Line> unsent = List.of();
            while (!isStopped(Duration.ZERO)) {
                if (unsent.isEmpty()) {
                    unsent = reader.read(BATCH_BYTES);
                }
                if (unsent.isEmpty()) {
                    isStopped(GATHER);
                    continue;
                }
                if (!send(spool, unsent)) {
                    isStopped(PAUSE_AFTER_FAILURE);
                    continue;
                }
                reader.shipped();
                shipped.addAndGet(unsent.size());
                long bytes =
                        unsent.stream().mapToLong(line -> line.body().length).sum();
                unsent = List.of();
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

    /** @return whether the broker has all of them; then they needn't be sent again */
    private boolean send(Spool spool, List<SpoolReader.Line> lines) throws InterruptedException {
        List<Waiting> messages = LogMessages.of(spool.source(), lines);
        if (messages.isEmpty()) {
            return true;
        }
        try {
            BrokerSender.Result result = sender.sendAll(messages);
            if (result.confirmed().size() == messages.size()) {
                noteBack();
                return true;
            }
            noteFailure(
                    result.refused().isEmpty()
                            ? "the broker does not confirm"
                            : result.refused().values().iterator().next());
        } catch (JMSException | RuntimeException e) {
            noteFailure(String.valueOf(e.getMessage()));
        }
        return false;
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

    /** Lines that the broker has confirmed since this start. */
    public long shipped() {
        return shipped.get();
    }

    /** Why lines wait; {@code null} while they flow. */
    public @Nullable String failure() {
        return lastFailure;
    }
}
