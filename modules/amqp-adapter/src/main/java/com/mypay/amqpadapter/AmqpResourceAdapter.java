package com.mypay.amqpadapter;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.ObjectName;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * The adapter as the server sees it: broker and credentials for all endpoints that don't bring their own, and the
 * endpoints that are active.
 */
public class AmqpResourceAdapter implements ResourceAdapter, Serializable {

    private static final long serialVersionUID = 1L;
    /** Held, because a level is lost with its logger. */
    private static final List<Logger> CLIENT_LOGS =
            List.of(Logger.getLogger("org.apache.qpid.jms.JmsConnection"), Logger.getLogger("org.apache.qpid.jms"));

    static final String DEFAULT_URL = "amqp://127.0.0.1:5672";
    private static final long MAX_STOP_TIMEOUT_MILLIS = 300_000;

    private String url = DEFAULT_URL;
    private @Nullable String user;
    private transient @Nullable Secret password;
    private long stopTimeoutMillis = 20_000;

    private transient @Nullable TransactionSynchronizationRegistry transactions;
    private final transient Map<MessageEndpointFactory, Active> active = new ConcurrentHashMap<>();

    private record Active(Endpoint endpoint, ObjectName name) {
        void stop() {
            endpoint.stop();
            EndpointMBeans.unregister(name);
        }
    }

    /** Checks the configuration; connects to nothing, so that a server starts without its broker. */
    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        try {
            BrokerUrl.parse(url);
        } catch (IllegalArgumentException e) {
            throw new ResourceAdapterInternalException("url of the AMQP adapter: " + e.getMessage(), e);
        }
        if (stopTimeoutMillis < 0 || stopTimeoutMillis > MAX_STOP_TIMEOUT_MILLIS) {
            throw new ResourceAdapterInternalException("stopTimeoutMillis of the AMQP adapter is " + stopTimeoutMillis
                    + ", allowed is 0 to " + MAX_STOP_TIMEOUT_MILLIS);
        }
        // Each attempt to connect or to open a consumer would be a line: the endpoints say it once.
        CLIENT_LOGS.get(0).setLevel(Level.OFF);
        CLIENT_LOGS.get(1).setLevel(Level.SEVERE);
        transactions = context.getTransactionSynchronizationRegistry();
        if (transactions == null) {
            throw new ResourceAdapterInternalException("the server gives the AMQP adapter no transaction registry");
        }
    }

    @Override
    public void stop() {
        active.values().parallelStream().forEach(Active::stop);
        active.clear();
    }

    @Override
    public void endpointActivation(MessageEndpointFactory beans, ActivationSpec spec) throws ResourceException {
        if (!(spec instanceof AmqpActivationSpec amqp)) {
            throw new NotSupportedException(
                    "not an AMQP activation: " + spec.getClass().getName());
        }
        amqp.validate();
        TransactionSynchronizationRegistry registry = transactions;
        String destination = amqp.getQueue();
        if (registry == null || destination == null) {
            throw new ResourceException("the AMQP adapter is not started");
        }
        Endpoint endpoint = new Endpoint(
                destination,
                amqp.getSessions(),
                connections(amqp),
                new Delivery(beans, registry, destination),
                Duration.ofMillis(stopTimeoutMillis));
        active.put(beans, new Active(endpoint, EndpointMBeans.register(endpoint)));
        endpoint.start();
    }

    private BrokerConnections connections(AmqpActivationSpec spec) {
        boolean own = spec.getUser() != null;
        return new BrokerConnections(
                BrokerUrl.parse(Optional.ofNullable(spec.getUrl()).orElse(url)),
                own ? spec.getUser() : user,
                Secret.of(own ? spec.getPassword() : getPassword()),
                spec.getPrefetch());
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory beans, ActivationSpec spec) {
        Active ended = active.remove(beans);
        if (ended != null) {
            ended.stop();
        }
    }

    /** None: the broker takes no part in a transaction, see {@link Delivery}. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    /** {@code amqp://host:port}, {@code amqps://…} or {@code failover:(…)}; without user and password. */
    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

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

    /** How long a bean that is being stopped may go on with its messages, 0 to 300,000 ms. */
    public Long getStopTimeoutMillis() {
        return stopTimeoutMillis;
    }

    public void setStopTimeoutMillis(Long stopTimeoutMillis) {
        this.stopTimeoutMillis = stopTimeoutMillis;
    }

    /** By identity: a server has one adapter per configuration, and the endpoints belong to it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "AmqpResourceAdapter[user=" + user + ", endpoints=" + active.size() + "]";
    }
}
