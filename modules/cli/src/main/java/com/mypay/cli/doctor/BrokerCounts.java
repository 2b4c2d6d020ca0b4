package com.mypay.cli.doctor;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.doctor.Reports.QueueState;
import com.mypay.cli.home.Home;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.qpid.jms.JmsConnectionFactory;

/** What the broker says of its queues: it tells whoever listens, four times a second. */
final class BrokerCounts {

    private static final String TOPIC = "broker.status";
    private static final long WITHIN_MILLIS = 5_000;

    /** Lines are always on their way there, those of this very question, too: they are no messages of the business. */
    private static final String LOG_QUEUES = "log.";

    /** Held, so that its level is not forgotten: that it has connected is no part of a report. */
    private static final Logger CLIENT = Logger.getLogger("org.apache.qpid.jms");

    static {
        CLIENT.setLevel(Level.WARNING);
    }

    private BrokerCounts() {}

    static Map<String, QueueState> read(Home home) {
        String url = "amqp://127.0.0.1:" + home.settings().brokerPort() + "?jms.connectTimeout=" + WITHIN_MILLIS;
        JmsConnectionFactory factory = new JmsConnectionFactory("operator", home.secret("broker.operator"), url);
        try (Connection connection = factory.createConnection()) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            var consumer = session.createConsumer(session.createTopic(TOPIC));
            connection.start();
            Message message = consumer.receive(WITHIN_MILLIS);
            if (message instanceof TextMessage text) {
                return queues(text.getText());
            }
            throw CommandFailure.failed("doctor.brokerSilent");
        } catch (JMSException e) {
            throw CommandFailure.failed("doctor.broker", String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, QueueState> queues(String text) {
        Map<String, QueueState> queues = new TreeMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            for (JsonValue each : reader.readObject().getJsonArray("queues")) {
                JsonObject queue = each.asJsonObject();
                if (queue.getString("name").startsWith(LOG_QUEUES)) {
                    continue;
                }
                queues.put(
                        queue.getString("name"),
                        new QueueState(
                                queue.getJsonNumber("messages").longValue(),
                                queue.getJsonNumber("deadLetters").longValue()));
            }
        }
        return queues;
    }
}
