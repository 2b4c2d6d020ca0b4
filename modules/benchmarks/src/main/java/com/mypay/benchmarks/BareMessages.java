package com.mypay.benchmarks;

import com.mypay.cli.home.Home;
import com.mypay.cli.home.Installation;
import com.mypay.cli.process.Parts;
import com.mypay.cli.process.Runner;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.qpid.jms.JmsConnectionFactory;

/**
 * The other baseline: what the same broker does without MyPay, as a process of its own with the same settings and an
 * empty journal. Each client sends a persistent message, waits until the broker has stored it, receives it and
 * acknowledges it.
 */
final class BareMessages implements AutoCloseable {

    /** Of all queues those of which there are enough: each client has its own, or one would take another's message. */
    private static final String QUEUES = "log.image.d%02d";

    private static final String SENDER = "remittance";
    private static final String RECEIVER = "logs";
    private static final int CHARACTERS = 300;
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(10);
    private static final int PORTS_OF_A_HOME = 5;
    private static final int FREE_PORTS_TRIED = 50;

    /** Kept, or its level would go with it: what the client says of each connection. */
    private static final Logger CLIENT_LOG = Logger.getLogger("org.apache.qpid.jms");

    private final Path directory;
    private final Home home;
    private final List<Connection> connections = new ArrayList<>();

    BareMessages() {
        CLIENT_LOG.setLevel(Level.WARNING);
        try {
            directory = Files.createTempDirectory("mypay-bare-broker");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        home = Home.openOrCreate(directory.resolve("home"), freePorts());
        home.whileLocked(() -> {
            new Runner(home).start(new Parts(home, Installation.current()).broker(), line -> {});
            return true;
        });
    }

    Sample run(int clients, Duration time) {
        try {
            return Load.forTime(clients, time, this::client);
        } finally {
            disconnect();
        }
    }

    private Runnable client(int number) {
        try {
            Session sending = connect(SENDER).createSession(false, Session.AUTO_ACKNOWLEDGE);
            Session receiving = connect(RECEIVER).createSession(false, Session.AUTO_ACKNOWLEDGE);
            Queue queue = sending.createQueue(QUEUES.formatted(number + 1));
            MessageProducer producer = sending.createProducer(queue);
            MessageConsumer consumer = receiving.createConsumer(queue);
            String payload = "x".repeat(CHARACTERS);
            return () -> {
                try {
                    producer.send(sending.createTextMessage(payload));
                    if (consumer.receive(ARRIVES_WITHIN.toMillis()) == null) {
                        throw new IllegalStateException("a message doesn't arrive");
                    }
                } catch (JMSException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String account) throws JMSException {
        String url = "amqp://127.0.0.1:" + home.settings().brokerPort();
        Connection connection =
                new JmsConnectionFactory(url).createConnection(account, home.secret("broker." + account));
        connections.add(connection);
        connection.start();
        return connection;
    }

    private static int freePorts() {
        for (int tried = 0; tried < FREE_PORTS_TRIED; tried++) {
            try (ServerSocket socket = new ServerSocket(0)) {
                int base = socket.getLocalPort();
                if (base + PORTS_OF_A_HOME < (1 << 16) && areFree(base + 1)) {
                    return base;
                }
            } catch (IOException e) {
                // another one
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean areFree(int first) throws IOException {
        for (int port = first; port < first + PORTS_OF_A_HOME - 1; port++) {
            new ServerSocket(port).close();
        }
        return true;
    }

    private void disconnect() {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (JMSException e) {
                throw new IllegalStateException(e);
            }
        }
        connections.clear();
    }

    @Override
    public void close() {
        home.whileLocked(() -> new Runner(home).stop(Parts.BROKER));
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
