package com.mypay.amqpadapter;

import jakarta.jms.JMSException;
import java.net.URI;
import org.apache.qpid.jms.JmsConnection;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.policy.JmsDefaultPrefetchPolicy;
import org.jspecify.annotations.Nullable;

/** Opens connections for consumers: one attempt per broker, each within a limit; whoever calls decides when to try again. */
record BrokerConnections(
        BrokerUrl url, @Nullable String user, @Nullable Secret password, int prefetch) {

    private static final long CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final long REQUEST_TIMEOUT_MILLIS = 10_000;
    private static final long CLOSE_TIMEOUT_MILLIS = 5_000;

    /** An open connection and the broker at its other end. */
    record Opened(JmsConnection connection, URI broker) {}

    /** @throws JMSException of the broker that was tried last, if none could be reached */
    Opened open() throws JMSException {
        JMSException last = new JMSException("no broker is named");
        for (URI broker : url.brokers()) {
            try {
                return new Opened((JmsConnection) factory(broker).createConnection(), broker);
            } catch (JMSException e) {
                last = e;
            }
        }
        throw last;
    }

    private JmsConnectionFactory factory(URI broker) {
        JmsConnectionFactory factory = new JmsConnectionFactory();
        factory.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        factory.setRequestTimeout(REQUEST_TIMEOUT_MILLIS);
        factory.setCloseTimeout(CLOSE_TIMEOUT_MILLIS);
        // An empty local queue must not send a pull request to the broker at every look.
        factory.setReceiveLocalOnly(true);
        factory.setReceiveNoWaitLocalOnly(true);
        factory.setUseDaemonThread(true);
        JmsDefaultPrefetchPolicy policy = new JmsDefaultPrefetchPolicy();
        policy.setAll(prefetch);
        factory.setPrefetchPolicy(policy);
        factory.setUsername(user);
        factory.setPassword(Secret.reveal(password));
        factory.setRemoteURI(broker.toString()); // last: options in the URL win
        return factory;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "BrokerConnections["
                + url.brokers().stream().map(BrokerUrl::shown).toList() + " as " + user + "]";
    }
}
