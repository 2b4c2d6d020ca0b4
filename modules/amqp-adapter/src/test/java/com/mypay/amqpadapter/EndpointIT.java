package com.mypay.amqpadapter;

import static com.mypay.amqpadapter.TestBroker.DEAD_LETTERS;
import static com.mypay.amqpadapter.TestBroker.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.RetryableUnavailableException;
import java.nio.file.Path;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Consumption from a real broker; only the container around the bean is ours. */
@Timeout(60)
class EndpointIT {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private TestBroker broker;
    private Endpoint endpoint;

    @BeforeAll
    static void waitLongerThanABusyMachineNeeds() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(50));
    }

    @BeforeEach
    void startBroker() throws Exception {
        broker = new TestBroker(directory).start();
        endpoint = endpoint(new FakeBeans(text -> {}), 1, broker.connections(20), STOP_TIMEOUT);
    }

    @AfterEach
    void stopAll() throws Exception {
        endpoint.stop();
        broker.close();
    }

    @Test
    void committedMessageLeavesTheQueue() {
        FakeBeans beans = new FakeBeans(text -> {});
        consume(beans, 1, 20);
        broker.send("one", "two");

        await().untilAsserted(() -> assertThat(broker.stored(QUEUE)).isZero());
        assertThat(beans.calls).containsExactly("one 1", "two 1");
        assertThat(beans.unreleased).hasValue(0);
        assertThat(endpoint.getAccepted()).isEqualTo(2);
        assertThat(endpoint.getFailed()).isZero();
        assertThat(broker.stored(DEAD_LETTERS)).isZero();
    }

    @Test
    void oneSessionReadsTheQueuesOfARange() {
        FakeBeans beans = new FakeBeans(text -> {});
        broker.sendTo("day01", "a1", "a2", "a3", "a4");
        broker.sendTo("day03", "c1", "c2");
        endpoint = endpoint(beans, TestBroker.DAYS, 1, broker.connections(20), STOP_TIMEOUT);
        endpoint.start();

        await().untilAsserted(() -> assertThat(endpoint.getAccepted()).isEqualTo(6));
        assertThat(beans.calls).containsSubsequence("a1 1", "a2 1", "a3 1", "a4 1");
        assertThat(beans.calls).containsSubsequence("c1 1", "c2 1");
        broker.sendTo("day02", "b1");
        await().untilAsserted(() -> assertThat(beans.calls).contains("b1 1"));
        assertThat(broker.stored("day01") + broker.stored("day02") + broker.stored("day03"))
                .isZero();
    }

    @Test
    void poisonMessageEndsInTheDeadLetterQueueAndTheOthersGoOn() throws JMSException {
        FakeBeans beans = new FakeBeans(text -> {
            if (text.equals("poison")) {
                throw new IllegalArgumentException("cannot read it");
            }
        });
        consume(beans, 1, 20);
        broker.send("poison", "good");

        await().untilAsserted(() -> assertThat(broker.stored(DEAD_LETTERS)).isEqualTo(1));
        assertThat(broker.browse(DEAD_LETTERS)).containsExactly("poison");
        await().untilAsserted(() -> assertThat(broker.stored(QUEUE)).isZero());
        assertThat(beans.calls)
                .containsOnlyOnce("poison 1", "poison 2", "poison 3", "good 1")
                .hasSize(4);
        await().untilAsserted(() -> assertThat(endpoint.getFailed()).isEqualTo(TestBroker.ATTEMPTS));
    }

    @Test
    void messageOfARolledBackTransactionComesAgain() {
        FakeBeans[] self = new FakeBeans[1];
        FakeBeans beans = new FakeBeans(text -> {
            if (self[0].calls.size() == 1) {
                self[0].transactions.setRollbackOnly();
            }
        });
        self[0] = beans;
        consume(beans, 1, 20);
        broker.send("again");

        await().untilAsserted(() -> assertThat(broker.stored(QUEUE)).isZero());
        assertThat(beans.calls).containsExactly("again 1", "again 2");
    }

    @Test
    void messageWhoseCommitFailedComesAgain() {
        FakeBeans[] self = new FakeBeans[1];
        FakeBeans beans = new FakeBeans(text -> self[0].transactions.commitFails = self[0].calls.size() == 1);
        self[0] = beans;
        consume(beans, 1, 20);
        broker.send("again");

        await().untilAsserted(() -> assertThat(broker.stored(QUEUE)).isZero());
        assertThat(beans.calls).containsExactly("again 1", "again 2");
    }

    @Test
    void withoutATransactionTheNormalReturnDecides() {
        FakeBeans[] self = new FakeBeans[1];
        FakeBeans beans = new FakeBeans(text -> {
            if (self[0].calls.size() == 1) {
                throw new IllegalStateException("first attempt");
            }
        });
        beans.transacted = false;
        self[0] = beans;
        consume(beans, 1, 20);
        broker.send("again");

        await().untilAsserted(() -> assertThat(broker.stored(QUEUE)).isZero());
        assertThat(beans.calls).containsExactly("again 1", "again 2");
    }

    @Test
    void attemptsOfABeanThatIsNotThereDoNotCount() {
        FakeBeans beans = new FakeBeans(text -> {});
        beans.available = false;
        consume(beans, 1, 1);
        broker.send("early");
        await().until(() -> endpoint.getReleased() >= 2);
        assertThat(endpoint.getFailed()).isZero();
        beans.available = true;

        await().untilAsserted(() -> assertThat(broker.stored(QUEUE)).isZero());
        assertThat(beans.calls).containsExactly("early 1");
    }

    @Test
    void attemptsThatTheBeanItselfWantsToRepeatDoNotCount() {
        AtomicBoolean held = new AtomicBoolean(true);
        FakeBeans beans = new FakeBeans(text -> {
            if (held.get()) {
                throw new RetryableUnavailableException("another server has it");
            }
        });
        beans.transacted = false;
        consume(beans, 1, 20);
        broker.send("patient");
        await().until(() -> endpoint.getReleased() > TestBroker.ATTEMPTS);
        held.set(false);

        await().untilAsserted(() -> assertThat(broker.stored(QUEUE)).isZero());
        assertThat(endpoint.getAccepted()).isEqualTo(1);
        assertThat(broker.stored(DEAD_LETTERS)).isZero();
    }

    @Test
    void anErrorOfTheContainerDoesNotEndTheConsumption() {
        FakeBeans beans = new FakeBeans(text -> {});
        beans.error = new NoClassDefFoundError("half deployed");
        consume(beans, 1, 20);
        broker.send("good");

        // It ends a thread, which awaitility would take for the test's failure if it saw it
        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> assertThat(broker.stored(QUEUE)).isZero());
        assertThat(beans.calls).hasSize(1);
    }

    @Test
    void attemptsDuringADatabaseOutageDoNotCount() {
        AtomicBoolean away = new AtomicBoolean(true);
        FakeBeans beans = new FakeBeans(text -> {
            if (away.get()) {
                throw new SQLNonTransientConnectionException("connection refused");
            }
        });
        consume(beans, 1, 20);
        broker.send("patient");
        await().until(() -> endpoint.getReleased() > TestBroker.ATTEMPTS);
        away.set(false);

        await().untilAsserted(() -> assertThat(broker.stored(QUEUE)).isZero());
        assertThat(beans.calls).containsOnly("patient 1");
        assertThat(endpoint.getAccepted()).isEqualTo(1);
        assertThat(endpoint.getFailed()).isZero();
        assertThat(broker.stored(DEAD_LETTERS)).isZero();
    }

    @Test
    void asManyMessagesRunAtOnceAsThereAreSessions() {
        CyclicBarrier together = new CyclicBarrier(4);
        FakeBeans beans = new FakeBeans(text -> together.await(20, TimeUnit.SECONDS));
        consume(beans, 4, 1);
        await().until(endpoint::isConnected);
        broker.send("a", "b", "c", "d");

        await().untilAsserted(() -> assertThat(broker.stored(QUEUE)).isZero());
        assertThat(endpoint.getAccepted()).isEqualTo(4);
    }

    @Test
    void startsWithoutABrokerAndConsumesOnceItIsThere() throws Exception {
        broker.stop();
        FakeBeans beans = new FakeBeans(text -> {});
        consume(beans, 2, 20);
        await().until(() -> String.valueOf(endpoint.getLastProblem()).startsWith("cannot consume"));
        assertThat(endpoint.isConnected()).isFalse();

        broker.start();
        await().atMost(Duration.ofSeconds(20)).until(endpoint::isConnected);
        broker.send("late");
        await().untilAsserted(() -> assertThat(beans.calls).containsExactly("late 1"));
    }

    @Test
    void goesOnAfterTheBrokerWasAway() throws Exception {
        FakeBeans beans = new FakeBeans(text -> {});
        consume(beans, 2, 20);
        broker.send("before");
        await().until(() -> endpoint.getAccepted() == 1);

        broker.stop();
        await().until(() -> !endpoint.isConnected());
        assertThat(endpoint.getLastProblem()).isNotNull();
        broker.start();
        broker.send("after");

        await().atMost(Duration.ofSeconds(20)).until(() -> endpoint.getAccepted() == 2);
        assertThat(endpoint.isConnected()).isTrue();
        assertThat(endpoint.getLastProblem()).isNull();
        assertThat(beans.calls).containsExactly("before 1", "after 1");
    }

    @Test
    void messageIsNotRunTwiceAtOnceWhenTheBrokerReturnsDuringItsFirstRun() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FakeBeans beans = new FakeBeans(text -> {
            inside.countDown();
            goOn.await(30, TimeUnit.SECONDS);
        });
        consume(beans, 2, 20);
        broker.send("long");
        inside.await();
        broker.stop();
        broker.start();
        await().until(() -> !endpoint.isConnected());
        assertThat(beans.calls).hasSize(1);

        goOn.countDown();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(broker.stored(QUEUE)).isZero());
        assertThat(beans.calls)
                .as("at least once: the acceptance was lost with the connection")
                .hasSize(2);
    }

    @Test
    void stopWaitsForTheRunningMessageAndGivesBackTheFetchedOnesUncounted() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FakeBeans beans = new FakeBeans(text -> {
            inside.countDown();
            goOn.await(30, TimeUnit.SECONDS);
        });
        consume(beans, 1, 20);
        broker.send("running", "fetched 1", "fetched 2");
        inside.await();
        Thread stopper = new Thread(endpoint::stop);
        stopper.start();
        await().until(() -> stopper.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        stopper.join();

        assertThat(beans.calls).containsExactly("running 1");
        await().untilAsserted(() -> assertThat(broker.browse(QUEUE)).containsExactly("fetched 1", "fetched 2"));
        assertThat(broker.attemptsOfTheFirst()).isEqualTo(1);
    }

    @Test
    void stopEndsEvenIfABeanDoesNot() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FakeBeans beans = new FakeBeans(text -> {
            inside.countDown();
            goOn.await();
        });
        endpoint = endpoint(beans, 1, broker.connections(1), Duration.ofMillis(300));
        endpoint.start();
        broker.send("endless");
        inside.await();

        endpoint.stop();
        await().untilAsserted(() -> assertThat(broker.browse(QUEUE)).containsExactly("endless"));
        goOn.countDown();
    }

    @Test
    void stopEndsWhileTheBrokerIsDown() throws Exception {
        broker.stop();
        consume(new FakeBeans(text -> {}), 1, 20);
        await().until(() -> String.valueOf(endpoint.getLastProblem()).startsWith("cannot consume"));

        endpoint.stop();

        assertThat(endpoint.isConnected()).isFalse();
    }

    @Test
    void aWrongPasswordIsAProblemThatNeverShowsThePassword() {
        endpoint = endpoint(
                new FakeBeans(text -> {}),
                1,
                new BrokerConnections(BrokerUrl.parse(broker.url()), TestBroker.USER, Secret.of("wrong-one"), 20),
                STOP_TIMEOUT);
        try (LogLines log = new LogLines()) {
            endpoint.start();
            await().until(() -> String.valueOf(endpoint.getLastProblem()).contains("authenticate"));
            assertThat(endpoint.isConnected()).isFalse();
            assertThat(log.lines())
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).doesNotContain("wrong-one"));
        }
    }

    @Test
    void aQueueThatDoesNotExistIsAProblemThatNamesIt() throws ResourceException {
        FakeBeans beans = new FakeBeans(text -> {});
        endpoint = new Endpoint(
                "nowhere", 1, broker.connections(20), new Delivery(beans, beans.transactions, "nowhere"), STOP_TIMEOUT);
        try (LogLines log = new LogLines()) {
            endpoint.start();
            await().until(() -> String.valueOf(endpoint.getLastProblem()).contains("does not exist"));
            assertThat(endpoint.isConnected()).isFalse();
            assertThat(log.lines()).singleElement().asString().startsWith("WARNING nowhere: cannot consume");
        }
    }

    @Test
    void oneLineEachForConnectedLostAndBack() throws Exception {
        try (LogLines log = new LogLines()) {
            consume(new FakeBeans(text -> {}), 3, 5);
            await().until(endpoint::isConnected);
            broker.stop();
            await().until(() -> String.valueOf(endpoint.getLastProblem()).startsWith("cannot consume"));
            broker.start();
            await().atMost(Duration.ofSeconds(20)).until(endpoint::isConnected);

            List<String> lines = log.lines();
            assertThat(lines.get(0))
                    .isEqualTo("INFO work: connected to " + broker.url() + " as worker (sessions 3, prefetch 5)");
            assertThat(lines.get(1)).startsWith("WARNING work: lost " + broker.url());
            assertThat(lines.get(2)).startsWith("WARNING work: cannot consume: ");
            assertThat(lines.get(lines.size() - 1)).startsWith("INFO work: back at " + broker.url());
            assertThat(lines).hasSizeBetween(4, 5).noneMatch(line -> line.contains(TestBroker.PASSWORD));
        }
    }

    private void consume(FakeBeans beans, int sessions, int prefetch) {
        endpoint = endpoint(beans, sessions, broker.connections(prefetch), STOP_TIMEOUT);
        endpoint.start();
    }

    private static Endpoint endpoint(
            FakeBeans beans, int sessions, BrokerConnections connections, Duration stopTimeout) {
        return endpoint(beans, QUEUE, sessions, connections, stopTimeout);
    }

    private static Endpoint endpoint(
            FakeBeans beans, String queue, int sessions, BrokerConnections connections, Duration stopTimeout) {
        try {
            return new Endpoint(
                    queue, sessions, connections, new Delivery(beans, beans.transactions, queue), stopTimeout);
        } catch (ResourceException e) {
            throw new IllegalStateException(e);
        }
    }
}
