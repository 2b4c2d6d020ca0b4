package com.mypay.platform.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mypay.platform.process.ServerJvm;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerServerIT {
    private static final int LONG_ENOUGH_MILLIS = 15_000;
    private static final int SHORT_MILLIS = 300;

    private Path directory;
    private Broker broker;
    private final List<Connection> connections = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        directory = temporary;
        broker = Broker.start(directory);
    }

    @AfterEach
    void disconnect() throws JMSException {
        for (Connection connection : connections) {
            connection.close();
        }
        connections.clear();
    }

    @AfterAll
    void stop() throws Exception {
        broker.close();
    }

    @Test
    void fanOutReachesEveryQueueOfTheTable() throws Exception {
        send("membership", "membership.events", "joined", null);

        assertThat(receive("money", "money.membership-events")).isEqualTo("joined");
        assertThat(receive("payment", "payment.membership-events")).isEqualTo("joined");
        assertThat(receive("settlement", "settlement.membership-events")).isEqualTo("joined");
        assertThat(receive("remittance", "remittance.membership-events")).isEqualTo("joined");
    }

    @Test
    void queueReachesItsReader() throws Exception {
        send("settlement", "banking.firmbanking-requests", "pay out", null);

        assertThat(receive("banking", "banking.firmbanking-requests")).isEqualTo("pay out");
    }

    @Test
    void remittanceCommandsMoneyAndBankingAndBothAnswerIt() throws Exception {
        send("remittance", "money.remittance-commands", "hold", null);
        send("money", "remittance.money-replies", "held", null);
        send("remittance", "banking.firmbanking-requests", "send", null);
        send("banking", "remittance.firmbanking-results", "sent", null);

        assertThat(receive("money", "money.remittance-commands")).isEqualTo("hold");
        assertThat(receive("remittance", "remittance.money-replies")).isEqualTo("held");
        assertThat(receive("banking", "banking.firmbanking-requests")).isEqualTo("send");
        assertThat(receive("remittance", "remittance.firmbanking-results")).isEqualTo("sent");
    }

    @Test
    void everyServiceSendsItsLogsAndOnlyLogsReadsThem() throws Exception {
        send("money", "log.image.d01", "a request", null);
        send("logs", "log.error.d31", "a failure", null);

        assertThat(receive("logs", "log.image.d01")).isEqualTo("a request");
        assertThat(receive("logs", "log.error.d31")).isEqualTo("a failure");
        Session money = session("money");
        assertThatExceptionOfType(JMSSecurityException.class)
                .isThrownBy(() -> money.createConsumer(money.createQueue("log.image.d01")));
        assertThatExceptionOfType(JMSException.class)
                .isThrownBy(() -> send("money", "log.image.d32", "no such day", null));
    }

    @Test
    void wrongPasswordIsRefused() {
        assertThatExceptionOfType(JMSSecurityException.class).isThrownBy(() -> broker.connect("money", "guess"));
    }

    @Test
    void anonymousIsRefused() {
        assertThatExceptionOfType(JMSException.class)
                .isThrownBy(() -> broker.connect("", "").close());
    }

    @Test
    void readingAnothersQueueIsRefused() throws Exception {
        Session payment = session("payment");

        assertThatExceptionOfType(JMSSecurityException.class)
                .isThrownBy(() -> payment.createConsumer(payment.createQueue("settlement.slips")));
        assertThatExceptionOfType(JMSSecurityException.class)
                .isThrownBy(() -> payment.createConsumer(payment.createQueue("money.membership-events.dlq")));
        assertThatExceptionOfType(JMSException.class)
                .isThrownBy(() -> payment.createConsumer(payment.createQueue("payment.slips::settlement.slips")));
    }

    @Test
    void sendingWhereTheTableDoesNotSayIsRefused() throws Exception {
        assertThatExceptionOfType(JMSSecurityException.class)
                .isThrownBy(() -> send("payment", "membership.events", "forged", null));
        assertThatExceptionOfType(JMSSecurityException.class)
                .isThrownBy(() -> send("money", "settlement.firmbanking-results", "forged", null));
        assertThatExceptionOfType(JMSSecurityException.class)
                .isThrownBy(() -> send("payment", "money.remittance-commands", "forged", null));
        assertThatExceptionOfType(JMSSecurityException.class)
                .isThrownBy(() -> send("banking", "remittance.money-replies", "forged", null));
        assertThatExceptionOfType(JMSSecurityException.class)
                .isThrownBy(() -> send("money", "remittance.firmbanking-results", "forged", null));
        assertThatExceptionOfType(JMSSecurityException.class)
                .isThrownBy(() -> send("money", "money.membership-events.dlq", "forged", null));
        Session operator = session("operator");
        assertThatExceptionOfType(JMSSecurityException.class)
                .isThrownBy(() -> operator.createProducer(operator.createTopic(Topology.STATUS_TOPIC)));
    }

    @Test
    void nothingIsCreatedOnDemand() throws Exception {
        assertThatExceptionOfType(JMSException.class)
                .isThrownBy(() -> send("payment", "payment.slip", "misspelt", null));
        Session operator = session("operator");
        assertThatExceptionOfType(JMSException.class)
                .isThrownBy(() -> operator.createConsumer(operator.createQueue("payment.slip")));
        assertThatExceptionOfType(JMSException.class).isThrownBy(operator::createTemporaryQueue);
        assertThatExceptionOfType(JMSException.class)
                .isThrownBy(() -> operator.createConsumer(operator.createQueue("activemq.management")));
        assertThatExceptionOfType(JMSException.class)
                .isThrownBy(() -> operator.createConsumer(operator.createTopic("membership.events")));
        assertThatExceptionOfType(JMSException.class)
                .isThrownBy(() -> operator.createDurableConsumer(operator.createTopic("broker.status"), "kept"));
    }

    @Test
    void messageThatFailsFiveTimesBecomesADeadLetterThatCanBeSentAgain() throws Exception {
        send("banking", "money.firmbanking-results", "poison", "poison-1");
        Session money = transacted(connect("money"));
        MessageConsumer consumer = money.createConsumer(money.createQueue("money.firmbanking-results"));
        List<Integer> attempts = new ArrayList<>();
        while (attempts.size() < BrokerSettings.DELIVERY_ATTEMPTS) {
            Message message = consumer.receive(LONG_ENOUGH_MILLIS);
            assertThat(message).as("attempt %d", attempts.size() + 1).isNotNull();
            attempts.add(message.getIntProperty("JMSXDeliveryCount"));
            money.rollback();
        }
        assertThat(attempts).containsExactly(1, 2, 3, 4, 5);
        consumer.close();

        assertThat(browse("operator", "money.firmbanking-results.dlq")).containsExactly("poison");
        MessageConsumer dead = money.createConsumer(money.createQueue("money.firmbanking-results.dlq"));
        TextMessage letter = (TextMessage) dead.receive(LONG_ENOUGH_MILLIS);
        assertThat(letter.getText()).isEqualTo("poison");
        money.createProducer(money.createQueue("money.firmbanking-results"))
                .send(money.createTextMessage(letter.getText()));
        money.commit();
        assertThat(receive("money", "money.firmbanking-results")).isEqualTo("poison");
        assertThat(browse("operator", "money.firmbanking-results.dlq")).isEmpty();
    }

    @Test
    void deadLetterOfOneReaderOfAFanOutIsNoneOfTheOthers() throws Exception {
        send("membership", "membership.events", "odd", "odd-1");
        Session payment = transacted(connect("payment"));
        MessageConsumer consumer = payment.createConsumer(payment.createQueue("payment.membership-events"));
        for (int attempt = 1; attempt <= BrokerSettings.DELIVERY_ATTEMPTS; attempt++) {
            assertThat(consumer.receive(LONG_ENOUGH_MILLIS)).isNotNull();
            payment.rollback();
        }

        assertThat(receive("payment", "payment.membership-events.dlq")).isEqualTo("odd");
        assertThat(receive("money", "money.membership-events")).isEqualTo("odd");
        assertThat(receive("settlement", "settlement.membership-events")).isEqualTo("odd");
        assertThat(receive("remittance", "remittance.membership-events")).isEqualTo("odd");
    }

    @Test
    void messageSentTwiceIsStoredOnce() throws Exception {
        send("payment", "payment.slips", "slip", "slip-7");
        send("payment", "payment.slips", "slip", "slip-7");
        send("payment", "payment.slips", "next", "slip-8");

        assertThat(receive("settlement", "settlement.slips")).isEqualTo("slip");
        assertThat(receive("settlement", "settlement.slips")).isEqualTo("next");
    }

    @Test
    void killLosesNoDurableMessage() throws Exception {
        int count = 300;
        Session money = session("money");
        MessageProducer producer = money.createProducer(money.createQueue("banking.firmbanking-requests"));
        for (int i = 0; i < count; i++) {
            producer.send(money.createTextMessage("request " + i));
        }

        broker.killAndRestart();

        Session banking = session("banking");
        MessageConsumer consumer = banking.createConsumer(banking.createQueue("banking.firmbanking-requests"));
        List<String> received = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TextMessage message = (TextMessage) consumer.receive(LONG_ENOUGH_MILLIS);
            assertThat(message).as("message %d of %d", i, count).isNotNull();
            received.add(message.getText());
        }
        assertThat(received)
                .isEqualTo(
                        IntStream.range(0, count).mapToObj(i -> "request " + i).toList());
        assertThat(consumer.receive(SHORT_MILLIS)).isNull();
    }

    @Test
    void fullQueueRefusesAndAFanOutThenReachesNone(@TempDir Path other) throws Exception {
        String text = "x".repeat(90_000);
        try (Broker own = Broker.start(other);
                Connection operatorConnection = own.connect("operator");
                Connection membershipConnection = own.connect("membership");
                Connection moneyConnection = own.connect("money")) {
            Session operator = operatorConnection.createSession();
            MessageProducer filler = operator.createProducer(operator.createQueue("payment.membership-events"));
            assertThatExceptionOfType(JMSException.class).isThrownBy(() -> {
                for (int i = 0; i < 1_000; i++) {
                    filler.send(operator.createTextMessage(text));
                }
            });

            Session membership = membershipConnection.createSession();
            MessageProducer sender = membership.createProducer(membership.createQueue("membership.events"));
            TextMessage event = membership.createTextMessage("joined");
            event.setStringProperty("_AMQ_DUPL_ID", "joined-1");
            assertThatExceptionOfType(JMSException.class).isThrownBy(() -> sender.send(event));
            Session money = moneyConnection.createSession();
            assertThat(money.createConsumer(money.createQueue("money.membership-events"))
                            .receive(SHORT_MILLIS))
                    .isNull();
        }
    }

    @Test
    void everyAccountReadsTheCountsOfAllQueues() throws Exception {
        send("banking", "settlement.firmbanking-results", "poison", null);
        Session settlement = transacted(connect("settlement"));
        MessageConsumer consumer = settlement.createConsumer(settlement.createQueue("settlement.firmbanking-results"));
        for (int attempt = 1; attempt <= BrokerSettings.DELIVERY_ATTEMPTS; attempt++) {
            assertThat(consumer.receive(LONG_ENOUGH_MILLIS)).isNotNull();
            settlement.rollback();
        }
        consumer.close();
        send("banking", "settlement.firmbanking-results", "one", null);
        send("banking", "settlement.firmbanking-results", "two", null);

        String counts = "\"messages\":2,\"delivering\":0,\"consumers\":0,\"deadLetters\":1}";
        for (String account : Topology.accounts()) {
            String status = statusWith(account, "{\"name\":\"settlement.firmbanking-results\"," + counts);
            assertThat(at(status)).isBetween(Instant.now().minusSeconds(5), Instant.now());
            assertThat(Topology.queues()).allSatisfy(queue -> assertThat(status).contains(queue.name()));
        }
        assertThat(receive("settlement", "settlement.firmbanking-results")).isEqualTo("one");
        assertThat(receive("settlement", "settlement.firmbanking-results")).isEqualTo("two");
        assertThat(receive("settlement", "settlement.firmbanking-results.dlq")).isEqualTo("poison");
        statusWith("operator", "{\"name\":\"settlement.firmbanking-results\",\"messages\":0");
    }

    @Test
    void portInUseIsOneLineAndExitCodeTwo(@TempDir Path other) throws Exception {
        try (ServerJvm second = ServerJvm.launch(
                BrokerServer.class,
                other,
                Broker.environment(),
                "--dir",
                other.toString(),
                "--port",
                Integer.toString(broker.port()))) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.output())
                    .isEqualTo(
                            "the port %d of broker is in use: stop what listens there, or choose another port base%n",
                            broker.port());
        }
    }

    @Test
    void directoryOfARunningBrokerIsRefused(@TempDir Path other) throws Exception {
        try (ServerJvm second = ServerJvm.launch(
                BrokerServer.class,
                other,
                Broker.environment(),
                "--dir",
                directory.resolve("broker").toString(),
                "--port",
                Integer.toString(ServerJvm.freePort()))) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.output().lines()).hasSize(1).first().asString().contains("is in use by another broker");
        }
    }

    @Test
    void accountWithoutPasswordIsRefused(@TempDir Path other) throws Exception {
        try (ServerJvm server = ServerJvm.launch(
                BrokerServer.class,
                other,
                Map.of(BrokerServer.USERS, "membership=a,banking=b"),
                "--dir",
                other.toString(),
                "--port",
                Integer.toString(ServerJvm.freePort()))) {
            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.output().lines()).hasSize(1).first().asString().contains("MYPAY_BROKER_USERS");
        }
    }

    @Test
    void stopsCleanlyOnSigtermAndKeepsWhatItHas(@TempDir Path other) throws Exception {
        Broker own = Broker.start(other);
        try (own;
                Connection connection = own.connect("payment")) {
            Session session = connection.createSession();
            session.createProducer(session.createQueue("payment.slips")).send(session.createTextMessage("kept"));
            assertThat(own.terminate()).isIn(0, 143);
            assertThat(own.output().lines()).containsExactly("READY broker port=" + own.port());
        }
    }

    private Connection connect(String account) throws JMSException {
        Connection connection = broker.connect(account);
        connections.add(connection);
        return connection;
    }

    private Session session(String account) throws JMSException {
        return connect(account).createSession(Session.AUTO_ACKNOWLEDGE);
    }

    private static Session transacted(Connection connection) throws JMSException {
        return connection.createSession(Session.SESSION_TRANSACTED);
    }

    private void send(String account, String address, String text, @Nullable String duplicateId) throws JMSException {
        Session session = session(account);
        MessageProducer producer = session.createProducer(session.createQueue(address));
        producer.setDeliveryMode(DeliveryMode.PERSISTENT);
        TextMessage message = session.createTextMessage(text);
        if (duplicateId != null) {
            message.setStringProperty("_AMQ_DUPL_ID", duplicateId);
        }
        producer.send(message);
        producer.close();
    }

    private @Nullable String receive(String account, String queue) throws JMSException {
        Session session = session(account);
        MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
        TextMessage message = (TextMessage) consumer.receive(LONG_ENOUGH_MILLIS);
        consumer.close();
        return message == null ? null : message.getText();
    }

    private List<String> browse(String account, String queue) throws JMSException {
        return browse(session(account), queue);
    }

    private static List<String> browse(Session session, String queue) throws JMSException {
        List<String> texts = new ArrayList<>();
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            while (messages.hasMoreElements()) {
                texts.add(((TextMessage) messages.nextElement()).getText());
            }
        }
        return texts;
    }

    private String statusWith(String account, String wanted) throws JMSException {
        Session session = session(account);
        MessageConsumer consumer = session.createConsumer(session.createTopic(Topology.STATUS_TOPIC));
        String status = "";
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(end)) {
            TextMessage message = (TextMessage) consumer.receive(LONG_ENOUGH_MILLIS);
            assertThat(message).isNotNull();
            status = message.getText();
            if (status.contains(wanted)) {
                return status;
            }
        }
        throw new AssertionError("not reached: " + wanted + " in " + status);
    }

    private static Instant at(String status) {
        Matcher at = Pattern.compile("\"at\":\"([^\"]+)\"").matcher(status);
        assertThat(at.find()).isTrue();
        return Instant.parse(at.group(1));
    }
}
