package com.mypay.amqpadapter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.qpid.jms.JmsConnection;
import org.jspecify.annotations.Nullable;

/**
 * The consumption of one queue, or of a range of queues, by one message-driven bean, from activation to deactivation.
 *
 * <p>One thread keeps a connection; a thread per session takes a message, has it delivered and tells the broker the
 * outcome. When the connection is lost, every session finishes the message it has and ends; only then a new connection
 * is made, so that a message which the broker delivers again never meets its own first run on this server.
 *
 * <p>The threads are this adapter's own, not the server's pool: they wait for messages most of the time, and a pool that
 * tunes itself by its waiting threads would have fewer left for HTTP requests. The container gives a bean its context in
 * {@code beforeDelivery}, on any thread.
 */
final class Endpoint implements EndpointMXBean {

    private static final Logger LOG = Logger.getLogger(Endpoint.class.getPackageName());
    /** The session mode of Qpid JMS in which each message is acknowledged by itself. */
    private static final int INDIVIDUAL_ACKNOWLEDGE = 101;
    /** How long an idle session takes to notice that it has to end. */
    private static final long POLL_MILLIS = 250;

    /** Between two attempts to connect, and of a session whose application or database is away: doubled each time. */
    private static final long FIRST_RETRY_MILLIS = 500;

    private static final long LAST_RETRY_MILLIS = 5_000;

    private final String destination;
    private final int sessions;
    private final BrokerConnections connections;
    private final Delivery delivery;
    private final Duration stopTimeout;
    private final Thread keeper;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private final AtomicInteger running = new AtomicInteger();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder released = new LongAdder();
    private volatile @Nullable Period current;
    private volatile @Nullable String problem = "not connected yet";
    private volatile boolean everConnected;

    Endpoint(String destination, int sessions, BrokerConnections connections, Delivery delivery, Duration stopTimeout) {
        this.destination = destination;
        this.sessions = sessions;
        this.connections = connections;
        this.delivery = delivery;
        this.stopTimeout = stopTimeout;
        this.keeper = thread("keeper", this::keepConnected);
    }

    /** Returns at once: the broker may be down for as long as it likes. */
    void start() {
        keeper.start();
    }

    /** Takes no further message and waits for the running ones, at most for the stop time-out. */
    void stop() {
        stopping.countDown();
        try {
            keeper.join(stopTimeout.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Period period = current;
        if (period != null && keeper.isAlive()) {
            log(
                    Level.WARNING,
                    "%d message(s) still running after %d ms; the broker will deliver them again"
                            .formatted(running.get(), stopTimeout.toMillis()));
            period.close();
        }
    }

    private void keepConnected() {
        long retryMillis = FIRST_RETRY_MILLIS;
        while (!isStopping()) {
            try {
                Period period = new Period(connections.open());
                try {
                    period.begin();
                    retryMillis = FIRST_RETRY_MILLIS;
                    period.awaitEnd();
                } finally {
                    period.end();
                }
            } catch (JMSException | RuntimeException e) {
                reportProblem("cannot consume", e);
            }
            pause(retryMillis);
            retryMillis = Math.min(retryMillis * 2, LAST_RETRY_MILLIS);
        }
    }

    /** The time from one connection to its loss. */
    private final class Period {

        private final JmsConnection connection;
        private final String broker;
        private final AtomicBoolean lost = new AtomicBoolean();
        private final CountDownLatch over = new CountDownLatch(1);
        private final List<Thread> workers = new ArrayList<>();

        Period(BrokerConnections.Opened opened) {
            this.connection = opened.connection();
            this.broker = BrokerUrl.shown(opened.broker());
        }

        void begin() throws JMSException {
            LossListener listener = this::lose;
            connection.setExceptionListener(listener);
            connection.addConnectionListener(listener);
            for (int number = 1; number <= sessions; number++) {
                Session session = connection.createSession(false, INDIVIDUAL_ACKNOWLEDGE);
                Consumers consumers = new Consumers(session, QueueNames.queues(destination));
                workers.add(thread(String.valueOf(number), () -> consume(consumers)));
            }
            connection.start();
            current = this;
            problem = null;
            log(
                    Level.INFO,
                    "%s %s as %s (sessions %d, prefetch %d)"
                            .formatted(
                                    everConnected ? "back at" : "connected to",
                                    broker,
                                    connections.user(),
                                    sessions,
                                    connections.prefetch()));
            everConnected = true;
            workers.forEach(Thread::start);
        }

        void awaitEnd() {
            try {
                boolean isOver = false;
                while (!isOver && !isStopping()) {
                    isOver = over.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                stopping.countDown(); // whoever interrupts this thread wants it to end
            }
        }

        /** After the running messages: closing earlier would take their acknowledgements away. */
        void end() {
            try {
                for (Thread worker : workers) {
                    worker.join();
                }
            } catch (InterruptedException e) {
                stopping.countDown();
            }
            current = null;
            close();
        }

        void close() {
            try {
                connection.close();
            } catch (JMSException e) {
                log(Level.FINE, "closing the connection failed: " + e);
            }
        }

        private void consume(Consumers consumers) {
            long pauseMillis = FIRST_RETRY_MILLIS;
            try {
                while (!isStopping() && !lost.get()) {
                    Message message = consumers.receive(POLL_MILLIS);
                    if (message == null) {
                        continue;
                    }
                    if (handle(message) == Delivery.Outcome.RELEASED) {
                        pause(pauseMillis);
                        pauseMillis = Math.min(pauseMillis * 2, LAST_RETRY_MILLIS);
                    } else {
                        pauseMillis = FIRST_RETRY_MILLIS;
                    }
                }
            } catch (JMSException | RuntimeException e) {
                lose(e);
            } finally {
                // An Error too: without this session its messages would wait at this connection for ever
                if (!isStopping()) {
                    lose(new IllegalStateException("a session has ended"));
                }
            }
        }

        private Delivery.Outcome handle(Message message) throws JMSException {
            running.incrementAndGet();
            try {
                Delivery.Outcome outcome = delivery.deliver(message);
                count(outcome);
                tellBroker(message, outcome);
                return outcome;
            } finally {
                running.decrementAndGet();
            }
        }

        private void tellBroker(Message message, Delivery.Outcome outcome) throws JMSException {
            try {
                outcome.tellBroker(message);
            } catch (JMSException e) {
                log(
                        Level.INFO,
                        "message %s ended as %s, which the broker could not be told: it will come again"
                                .formatted(Delivery.id(message), outcome));
                throw e;
            }
        }

        private void lose(Throwable cause) {
            if (lost.compareAndSet(false, true)) {
                if (!isStopping()) {
                    reportProblem("lost " + broker, cause);
                }
                over.countDown();
            }
        }
    }

    private void count(Delivery.Outcome outcome) {
        switch (outcome) {
            case ACCEPTED -> accepted.increment();
            case FAILED -> failed.increment();
            case RELEASED -> released.increment();
        }
    }

    /** One line per outage, and another one only when the reason becomes a different one. */
    private void reportProblem(String what, Throwable cause) {
        String now = what + ": " + Causes.message(cause);
        String before = problem;
        problem = now;
        if (!now.equals(before)) {
            log(Level.WARNING, now + " (trying again, at most " + LAST_RETRY_MILLIS + " ms apart)");
        }
    }

    private void log(Level level, String message) {
        LOG.log(level, () -> destination + ": " + message);
    }

    private Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, "amqp " + destination + " " + name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Endpoint.class.getClassLoader());
        return thread;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause(long millis) {
        try {
            stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    @Override
    public String getDestination() {
        return destination;
    }

    @Override
    public @Nullable String getUser() {
        return connections.user();
    }

    @Override
    public boolean isConnected() {
        Period period = current;
        return period != null && !period.lost.get();
    }

    @Override
    public @Nullable String getBroker() {
        Period period = current;
        return period == null || period.lost.get() ? null : period.broker;
    }

    @Override
    public @Nullable String getLastProblem() {
        return problem;
    }

    @Override
    public int getSessions() {
        return sessions;
    }

    @Override
    public int getPrefetch() {
        return connections.prefetch();
    }

    @Override
    public int getRunning() {
        return running.get();
    }

    @Override
    public long getAccepted() {
        return accepted.sum();
    }

    @Override
    public long getFailed() {
        return failed.sum();
    }

    @Override
    public long getReleased() {
        return released.sum();
    }
}
