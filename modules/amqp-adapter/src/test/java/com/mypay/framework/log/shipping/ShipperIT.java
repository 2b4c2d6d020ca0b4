package com.mypay.framework.log.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.amqpadapter.TestBroker;
import com.mypay.framework.log.LogKind;
import com.mypay.framework.log.spool.Spool;
import com.mypay.framework.messaging.BrokerAccount;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way of log lines from a spool to a real broker, which goes away and comes back. */
class ShipperIT {
    private static final String QUEUE = "log.image.d02";
    private static final String ERROR_QUEUE = "log.error.d02";
    private static final Pattern SEQUENCE = Pattern.compile("\"seq\":([0-9]+),");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private TestBroker broker;
    private Spool spool;

    @BeforeEach
    void start() throws Exception {
        broker = new TestBroker(directory.resolve("broker"), QUEUE).start();
        spool = Spool.open(directory.resolve("spool"), 64L << 20, () -> "0123456789abcdef".repeat(2));
    }

    @AfterEach
    void end() {
        spool.close();
        broker.close();
    }

    /** A shipper at work. */
    private final class Running implements AutoCloseable {
        private final Shipper shipper = new Shipper(new Logs(), account());
        private final Thread thread = new Thread(() -> shipper.run(spool));

        Running() {
            thread.start();
        }

        @Override
        public void close() {
            shipper.stop();
            await().atMost(LIMIT).until(() -> !thread.isAlive());
        }
    }

    private BrokerAccount account() {
        return new BrokerAccount() {
            @Override
            public Connection connect() throws JMSException {
                return broker.connect();
            }
        };
    }

    private void append(int lines) {
        for (int i = 0; i < lines; i++) {
            String line = "\"at\":\"2026-03-02T01:00:00.000000Z\",\"guid\":\"" + "a".repeat(32) + "\",\"text\":\""
                    + "x".repeat(500) + "\"";
            spool.append(LogKind.IMAGE, line.getBytes(UTF_8));
        }
    }

    private List<Long> arrived() throws JMSException {
        return arrived(QUEUE);
    }

    private List<Long> arrived(String queue) throws JMSException {
        List<Long> numbers = new ArrayList<>();
        for (String message : broker.browse(queue)) {
            Matcher sequence = SEQUENCE.matcher(message);
            while (sequence.find()) {
                numbers.add(Long.valueOf(sequence.group(1)));
            }
        }
        return numbers;
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void everythingArrivesOnceAndInOrderThoughTheBrokerGoesAwayAndComesBack() throws Exception {
        append(2_000);
        try (Running running = new Running()) {
            await().atMost(LIMIT).until(() -> running.shipper.shipped() == 2_000);
            broker.stop();
            append(2_000);
            await().atMost(LIMIT).until(() -> running.shipper.failure() != null);
            assertThat(spool.bytes()).isGreaterThan(1 << 20);
            broker.start();
            await().atMost(LIMIT).until(() -> running.shipper.shipped() == 4_000);
            assertThat(running.shipper.failure()).isNull();
        }
        assertThat(arrived()).isEqualTo(upTo(4_000));
        assertThat(spool.dropped()).isZero();
    }

    @Test
    @Timeout(60)
    void aBrokerThatFallsSilentHoldsUpNobodyWhoLogs() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        Shipper shipper = new Shipper(new Logs(), new BrokerAccount() {
            @Override
            public Connection connect() throws JMSException {
                asked.countDown();
                try {
                    answers.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return broker.connect();
            }
        });
        append(1);
        Thread thread = new Thread(() -> shipper.run(spool));
        thread.start();
        asked.await();

        append(2_000);

        assertThat(spool.bytes()).isGreaterThan(1 << 20);
        assertThat(shipper.shipped()).isZero();
        answers.countDown();
        await().atMost(LIMIT).until(() -> shipper.shipped() == 2_001);
        shipper.stop();
        await().atMost(LIMIT).until(() -> !thread.isAlive());
        assertThat(arrived()).isEqualTo(upTo(2_001));
        assertThat(spool.dropped()).isZero();
    }

    @Test
    void afterARestartItGoesOnWhereItStopped() throws Exception {
        append(700);
        try (Running running = new Running()) {
            await().atMost(LIMIT).until(() -> running.shipper.shipped() == 700);
        }
        spool.close();
        spool = Spool.open(directory.resolve("spool"), 64L << 20, () -> "never used");
        append(300);
        try (Running running = new Running()) {
            await().atMost(LIMIT).until(() -> running.shipper.shipped() == 300);
        }
        assertThat(arrived()).isEqualTo(upTo(1_000));
    }

    @Test
    void aQueueThatRefusesKeepsItsLinesAndNoOthers() throws Exception {
        try (Running running = new Running()) {
            appendError();
            append(1_000);
            await().atMost(LIMIT).until(() -> arrived().size() == 1_000);
            assertThat(running.shipper.failure()).isNotNull();
            append(1_000);
            appendError();
            await().atMost(LIMIT).until(() -> Set.copyOf(arrived()).size() == 2_000);
            assertThat(running.shipper.shipped()).isZero();

            broker.close();
            broker = new TestBroker(directory.resolve("broker"), QUEUE, ERROR_QUEUE).start();
            await().atMost(LIMIT).until(() -> running.shipper.shipped() == 2_002);
            assertThat(running.shipper.failure()).isNull();
        }
        assertThat(arrived()).containsAll(upTo(2_000));
        assertThat(arrived(ERROR_QUEUE)).contains(1L, 2L);
    }

    private void appendError() {
        String line = "\"at\":\"2026-03-02T01:00:00.000000Z\",\"guid\":\"" + "a".repeat(32) + "\"";
        spool.append(LogKind.ERROR, line.getBytes(UTF_8));
    }

    @Test
    void aQueueThatIsNotThereKeepsTheLines() throws Exception {
        appendError();
        try (Running running = new Running()) {
            await().atMost(LIMIT).until(() -> running.shipper.failure() != null);
            assertThat(running.shipper.shipped()).isZero();
        }
        assertThat(spool.dropped()).isZero();
    }
}
