package com.mypay.amqpadapter;

import org.jspecify.annotations.Nullable;

/**
 * One message-driven bean's consumption, for health checks, metrics and operators:
 * {@code com.mypay:type=AmqpEndpoint,destination=banking.firmbanking-requests}. Counters start at zero with the bean.
 */
public interface EndpointMXBean {

    /** The queue as it was configured. */
    String getDestination();

    /** The broker's user, or null for none. */
    @Nullable String getUser();

    /** Whether messages can arrive: connected, and every consumer accepted by the broker. */
    boolean isConnected();

    /** The broker connected to, or null. */
    @Nullable String getBroker();

    /** Why there is no connection, or null if there is one. */
    @Nullable String getLastProblem();

    /** Messages handled in parallel, at most. */
    int getSessions();

    /** Messages fetched ahead for each session, at most. */
    int getPrefetch();

    /** Messages in a bean right now. */
    int getRunning();

    /** Messages consumed: their transactions were committed. */
    long getAccepted();

    /** Attempts that failed and were given back. */
    long getFailed();

    /** Attempts that did not count, because the application or its database was away. */
    long getReleased();
}
