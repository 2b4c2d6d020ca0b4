package com.mypay.amqpadapter;

import jakarta.jms.Connection;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A real broker in this process: one queue, or more, its dead-letter queue after three attempts, one user. */
public final class TestBroker implements AutoCloseable {

    static final String QUEUE = "work";
    static final String DEAD_LETTERS = "work.dlq";

    /** Three queues more. */
    static final String DAYS = "day{01..03}";

    static final String USER = "worker";
    static final String PASSWORD = "s3cret-of-worker";
    static final int ATTEMPTS = 3;

    /** Held, because a level is lost with its logger. */
    private static final Logger ARTEMIS_LOG = Logger.getLogger("org.apache.activemq");

    private final Path directory;
    private final List<String> queues = new ArrayList<>(List.of(QUEUE, DEAD_LETTERS, "day01", "day02", "day03"));
    private final int port = freePort();
    private EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    /**
     * @param directory keeps the messages over {@link #stop()} and {@link #start()}
     * @param more queues beside the usual ones
     */
    public TestBroker(Path directory, String... more) {
        this.directory = directory;
        this.queues.addAll(List.of(more));
    }

    public TestBroker start() throws Exception {
        ARTEMIS_LOG.setLevel(Level.SEVERE);
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(USER, PASSWORD);
        users.addRole(USER, "all");
        server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration());
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        server.start();
        return this;
    }

    private Configuration configuration() throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setLargeMessagesDirectory(directory.resolve("large").toString())
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration(
                        "amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP;amqpDuplicateDetection=true");
        for (String queue : queues) {
            configuration.addAddressConfiguration(new CoreAddressConfiguration()
                    .setName(queue)
                    .addRoutingType(RoutingType.ANYCAST)
                    .addQueueConfig(
                            QueueConfiguration.of(queue).setAddress(queue).setRoutingType(RoutingType.ANYCAST)));
        }
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setAutoCreateQueues(false)
                        .setAutoCreateAddresses(false)
                        .setMaxDeliveryAttempts(ATTEMPTS)
                        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS)));
        configuration.putSecurityRoles(
                "#",
                Collections.singleton(new Role(
                        "all", true, true, false, false, false, false, false, true, false, false, false, false)));
        return configuration;
    }

    public void stop() throws Exception {
        server.stop();
    }

    String url() {
        return "amqp://127.0.0.1:" + port;
    }

    BrokerConnections connections(int prefetch) {
        return new BrokerConnections(BrokerUrl.parse(url()), USER, Secret.of(PASSWORD), prefetch);
    }

    void send(String... texts) {
        sendTo(QUEUE, texts);
    }

    void sendTo(String queue, String... texts) {
        try (JMSContext context = context()) {
            for (String text : texts) {
                context.createProducer().send(context.createQueue(queue), text);
            }
        }
    }

    public List<String> browse(String queue) throws JMSException {
        List<String> texts = new ArrayList<>();
        try (JMSContext context = context();
                QueueBrowser browser = context.createBrowser(context.createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            while (messages.hasMoreElements()) {
                texts.add(((TextMessage) messages.nextElement()).getText());
            }
        }
        return texts;
    }

    /** Messages of the queue, those that a consumer has fetched ahead included. */
    long stored(String queue) {
        return server.getActiveMQServer().locateQueue(queue).getMessageCount();
    }

    /** How often the message that is first in the queue has been tried before. */
    int attemptsOfTheFirst() throws JMSException {
        try (JMSContext context = context()) {
            Message message = context.createConsumer(context.createQueue(QUEUE)).receive(5_000);
            return message.getIntProperty("JMSXDeliveryCount");
        }
    }

    /** A connection that its user closes. */
    public Connection connect() throws JMSException {
        return new JmsConnectionFactory(USER, PASSWORD, url()).createConnection();
    }

    private JMSContext context() {
        return new JmsConnectionFactory(USER, PASSWORD, url()).createContext();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
