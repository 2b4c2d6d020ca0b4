package com.mypay.amqpadapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AmqpConnectionFactoryTest {

    @TempDir
    Path directory;

    private TestBroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new TestBroker(directory).start();
    }

    @AfterEach
    void stopBroker() throws Exception {
        broker.close();
    }

    @Test
    void sendsAsynchronouslyWithTheAdaptersUrl() throws Exception {
        AmqpConnectionFactory factory = factory();
        AmqpResourceAdapter adapter = new AmqpResourceAdapter();
        adapter.setUrl(broker.url());
        factory.setResourceAdapter(adapter);
        Confirmations confirmations = new Confirmations();
        try (JMSContext context = factory.createContext()) {
            context.createProducer().setAsync(confirmations).send(context.createQueue(TestBroker.QUEUE), "hello");
            await().until(() -> confirmations.stored.get() == 1);
        }
        assertThat(broker.browse(TestBroker.QUEUE)).containsExactly("hello");
    }

    @Test
    void theAdaptersUserIsTheDefault() throws Exception {
        AmqpResourceAdapter adapter = new AmqpResourceAdapter();
        adapter.setUser(TestBroker.USER);
        adapter.setPassword(TestBroker.PASSWORD);
        AmqpConnectionFactory factory = new AmqpConnectionFactory();
        factory.setUrl(broker.url());
        factory.setResourceAdapter(adapter);
        try (Connection connection = factory.createConnection()) {
            connection.start();
            assertThat(connection.getMetaData().getJMSProviderName()).isNotBlank();
        }
    }

    @Test
    void connectingToABrokerThatIsDownFailsSoonWithAFailoverUrlToo() throws Exception {
        broker.stop();
        for (String url : new String[] {broker.url(), "failover:(" + broker.url() + ")"}) {
            AmqpConnectionFactory factory = factory();
            factory.setUrl(url);
            assertThatExceptionOfType(JMSException.class)
                    .isThrownBy(() -> factory.createConnection().start());
        }
    }

    @Test
    void aSendDuringAnOutageFailsWithinItsTimeoutAndTheConnectionComesBack() throws Exception {
        AmqpConnectionFactory factory = factory();
        factory.setUrl("failover:(" + broker.url() + ")");
        factory.setSendTimeoutMillis(1_000L);
        Confirmations confirmations = new Confirmations();
        try (Connection connection = factory.createConnection()) {
            Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createQueue(TestBroker.QUEUE));
            broker.stop();
            assertThatExceptionOfType(JMSException.class)
                    .isThrownBy(() -> producer.send(session.createTextMessage("lost"), confirmations));

            broker.start();
            await().atMost(Duration.ofSeconds(15)).ignoreExceptions().until(() -> {
                producer.send(session.createTextMessage("arrives"), confirmations);
                return true;
            });
            await().until(() -> confirmations.stored.get() == 1);
        }
        assertThat(broker.browse(TestBroker.QUEUE)).containsExactly("arrives");
    }

    @Test
    void aWrongPasswordIsRefusedAndThePasswordNeverShown() {
        AmqpConnectionFactory factory = factory();
        factory.setUrl("failover:(" + broker.url() + ")");
        factory.setPassword("wrong-one");
        assertThatExceptionOfType(JMSException.class)
                .isThrownBy(() -> factory.createConnection().start())
                .withMessageNotContaining("wrong-one");
        assertThat(factory.toString()).doesNotContain("wrong-one");
    }

    private static AmqpConnectionFactory factory() {
        AmqpConnectionFactory factory = new AmqpConnectionFactory();
        factory.setUser(TestBroker.USER);
        factory.setPassword(TestBroker.PASSWORD);
        return factory;
    }

    private static final class Confirmations implements CompletionListener {
        private final AtomicInteger stored = new AtomicInteger();

        @Override
        public void onCompletion(Message message) {
            stored.incrementAndGet();
        }

        @Override
        public void onException(Message message, Exception exception) {
            throw new IllegalStateException(exception);
        }
    }
}
