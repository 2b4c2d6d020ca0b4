package com.mypay.amqpadapter;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.Serializable;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connections for senders that keep theirs for long and send asynchronously (a relay). They are not pooled and take no
 * part in transactions: what is sent is sent, whatever becomes of the caller's transaction. Hence messages leave
 * through rows of the business transaction, never directly.
 *
 * <p>Nothing waits for ever: connecting, a send without an answer, the end of a browsed queue, and closing each have a
 * limit. With a {@code failover:} URL a connection that was once made reconnects by itself, and an attempt to make one
 * tries every broker once and then fails.
 */
public class AmqpConnectionFactory implements ConnectionFactory, ResourceAdapterAssociation, Serializable {

    private static final long serialVersionUID = 1L;
    private static final long CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final long CLOSE_TIMEOUT_MILLIS = 5_000;

    private transient @Nullable ResourceAdapter resourceAdapter;
    private @Nullable String url;
    private @Nullable String user;
    private transient @Nullable Secret password;
    private long sendTimeoutMillis = 10_000;

    @Override
    public Connection createConnection() throws JMSException {
        return qpid().createConnection();
    }

    @Override
    public Connection createConnection(String userName, String userPassword) throws JMSException {
        return qpid().createConnection(userName, userPassword);
    }

    @Override
    public JMSContext createContext() {
        return qpid().createContext();
    }

    @Override
    public JMSContext createContext(int sessionMode) {
        return qpid().createContext(sessionMode);
    }

    @Override
    public JMSContext createContext(String userName, String userPassword) {
        return qpid().createContext(userName, userPassword);
    }

    @Override
    public JMSContext createContext(String userName, String userPassword, int sessionMode) {
        return qpid().createContext(userName, userPassword, sessionMode);
    }

    private JmsConnectionFactory qpid() {
        AmqpResourceAdapter adapter = (AmqpResourceAdapter) resourceAdapter;
        JmsConnectionFactory factory = new JmsConnectionFactory();
        factory.setUsername(user != null || adapter == null ? user : adapter.getUser());
        factory.setPassword(user != null || adapter == null ? getPassword() : adapter.getPassword());
        factory.setConnectTimeout(CONNECT_TIMEOUT_MILLIS);
        factory.setCloseTimeout(CLOSE_TIMEOUT_MILLIS);
        factory.setRequestTimeout(sendTimeoutMillis);
        factory.setSendTimeout(sendTimeoutMillis);
        factory.setUseDaemonThread(true);
        String remote = url != null ? url : adapter == null ? AmqpResourceAdapter.DEFAULT_URL : adapter.getUrl();
        factory.setRemoteURI(BrokerUrl.forSenders(remote)); // last: options in the URL win
        return factory;
    }

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.resourceAdapter = adapter;
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

    /** After how long without an answer of the broker a send counts as failed; it may have arrived all the same. */
    public Long getSendTimeoutMillis() {
        return sendTimeoutMillis;
    }

    public void setSendTimeoutMillis(Long sendTimeoutMillis) {
        this.sendTimeoutMillis = sendTimeoutMillis;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "AmqpConnectionFactory[user=" + user + "]";
    }
}
