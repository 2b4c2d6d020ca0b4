package com.mypay.amqpadapter;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What one message-driven bean consumes and how. The bean itself names its {@code queue} (an
 * {@code @ActivationConfigProperty}); the server's configuration says who it is to the broker.
 *
 * <p>The property isn't called "destination": for Open Liberty that is the name of an administered object, and it waits
 * for that object instead of activating the bean.
 */
public class AmqpActivationSpec implements ActivationSpec, Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MAX_SESSIONS = 16;
    private static final int MAX_PREFETCH = 1_000;

    private transient @Nullable ResourceAdapter resourceAdapter;
    private @Nullable String queue;
    private int sessions = 1;
    private int prefetch = 20;
    private @Nullable String url;
    private @Nullable String user;
    private transient @Nullable Secret password;

    @Override
    public void validate() throws InvalidPropertyException {
        if (queue == null || queue.isBlank()) {
            throw new InvalidPropertyException("queue is missing: the name of a queue, or address::queue");
        }
        try {
            QueueNames.of(queue);
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException("queue: " + e.getMessage(), e);
        }
        if (sessions < 1 || sessions > MAX_SESSIONS) {
            throw new InvalidPropertyException(
                    "sessions of " + queue + " is " + sessions + ", allowed is 1 to " + MAX_SESSIONS);
        }
        if (prefetch < 1 || prefetch > MAX_PREFETCH) {
            throw new InvalidPropertyException(
                    "prefetch of " + queue + " is " + prefetch + ", allowed is 1 to " + MAX_PREFETCH);
        }
        if (url != null) {
            try {
                BrokerUrl.parse(url);
            } catch (IllegalArgumentException e) {
                throw new InvalidPropertyException("url of " + queue + ": " + e.getMessage(), e);
            }
        }
    }

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.resourceAdapter = adapter;
    }

    /**
     * The queue: {@code banking.firmbanking-requests} or {@code membership.events::money.membership-events}; or several
     * whose names differ in a number, {@code log.image.d{01..31}}: each session reads all of them, in turn.
     */
    public @Nullable String getQueue() {
        return queue;
    }

    public void setQueue(@Nullable String queue) {
        this.queue = queue;
    }

    /** Messages handled in parallel, 1 to 16; more than one gives up the order of the queue. */
    public Integer getSessions() {
        return sessions;
    }

    public void setSessions(Integer sessions) {
        this.sessions = sessions;
    }

    /** Messages fetched ahead for each session and queue, 1 to 1,000. */
    public Integer getPrefetch() {
        return prefetch;
    }

    public void setPrefetch(Integer prefetch) {
        this.prefetch = prefetch;
    }

    /** Instead of the resource adapter's. */
    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String url) {
        this.url = url;
    }

    /** Instead of the resource adapter's. */
    public @Nullable String getUser() {
        return user;
    }

    public void setUser(@Nullable String user) {
        this.user = user;
    }

    public @Nullable String getPassword() {
        return Secret.reveal(password);
    }

    public void setPassword(@Nullable String password) {
        this.password = Secret.of(password);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "AmqpActivationSpec[queue=" + queue + ", user=" + user + ", sessions=" + sessions + ", prefetch="
                + prefetch + "]";
    }
}
