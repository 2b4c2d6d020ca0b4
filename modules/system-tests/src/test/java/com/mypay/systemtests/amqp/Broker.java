package com.mypay.systemtests.amqp;

import static org.awaitility.Awaitility.await;

import com.mypay.platform.broker.BrokerServer;
import com.mypay.platform.broker.Topology;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;

/** The broker's real process. Every account's password is its name backwards. */
final class Broker {

    private final Path directory;
    private final Path log;
    final int port = Processes.freePort();
    private @Nullable Process process;

    Broker(Path directory) {
        this.directory = directory.resolve("broker");
        this.log = directory.resolve("broker.log");
    }

    static String password(String account) {
        return new StringBuilder(account).reverse().toString();
    }

    void start() {
        String users = Topology.accounts().stream()
                .map(account -> account + "=" + password(account))
                .collect(Collectors.joining(","));
        int readyBefore = readyLines();
        process = Processes.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerServer.class.getName(),
                        "--dir",
                        directory.toString(),
                        "--port",
                        String.valueOf(port)),
                Map.of(BrokerServer.USERS, users),
                log);
        await().atMost(Duration.ofSeconds(60)).until(() -> readyLines() > readyBefore);
    }

    private int readyLines() {
        return Processes.read(log).split("READY broker", -1).length - 1;
    }

    void kill() throws Exception {
        if (process != null) {
            Processes.kill(process.toHandle());
        }
    }

    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            Processes.waitFor(process);
        }
    }

    void send(String account, String address, String text, List<String> messageIds) {
        try (JMSContext context = context(account)) {
            for (String id : messageIds) {
                context.createProducer()
                        .setProperty("mypay_message_id", id)
                        .setProperty("_AMQ_DUPL_ID", id)
                        .send(context.createQueue(address), text);
            }
        }
    }

    /** The ids of the messages that lie in a queue and are with no consumer. */
    List<String> waiting(String queue) throws JMSException {
        List<String> ids = new ArrayList<>();
        try (JMSContext context = context(Topology.OPERATOR);
                QueueBrowser browser = context.createBrowser(context.createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            while (messages.hasMoreElements()) {
                ids.add(((jakarta.jms.Message) messages.nextElement()).getStringProperty("mypay_message_id"));
            }
        }
        return ids;
    }

    private JMSContext context(String account) {
        return new JmsConnectionFactory(account, password(account), "amqp://127.0.0.1:" + port).createContext();
    }
}
