package com.mypay.systemtests.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.platform.broker.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The adapter in a real server, with the real broker process: one effect per message, whatever dies when.
 *
 * <p>Server, broker and database are started once; every test leaves them running and uses message ids of its own.
 */
@Timeout(180)
class MessageDrivenBeansIT {

    private static final String REQUESTS = "banking.firmbanking-requests";
    private static final String SLIPS = "settlement.slips";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS) // a failure is read in the logs of its processes
    static Path directory;

    private static Broker broker;
    private static Database database;
    private static Liberty liberty;

    @BeforeAll
    static void startServerBeforeItsBroker() throws Exception {
        database = new Database(directory);
        broker = new Broker(directory);
        liberty = new Liberty(directory, broker.port, database.url());
        liberty.start();
        patiently().until(() -> liberty.endpoint(REQUESTS, "LastProblem").startsWith("cannot consume"));
        assertThat(liberty.endpoint(REQUESTS, "Connected")).isEqualTo("false");
        broker.start();
        untilConnected();
    }

    @AfterAll
    static void stopAll() throws Exception {
        liberty.stop();
        broker.stop();
        database.stop();
    }

    @Test
    void aMessageHasOneEffectAndLeavesTheQueue() throws Exception {
        String id = sendRequest("fine");
        patiently().until(() -> database.effects(id) == 1);
        patiently().until(() -> broker.waiting(REQUESTS).isEmpty());
        assertThat(database.attempts(id)).isEqualTo(1);
    }

    @Test
    void aMessageSentThroughTheServersConnectionFactoryArrives() {
        String id = newId();
        assertThat(liberty.send(REQUESTS, "fine", id)).isEqualTo("stored");
        patiently().until(() -> database.effects(id) == 1);
    }

    @Test
    void aMessageWhoseBeanThrewComesAgainAndHasOneEffect() {
        String id = sendRequest("throw");
        patiently().until(() -> database.effects(id) == 1);
        assertThat(database.attempts(id)).isEqualTo(2);
        assertThat(liberty.messages()).contains("message " + id + " failed at attempt 1");
    }

    @Test
    void aMessageWhoseTransactionWasRolledBackComesAgainAndHasOneEffect() {
        String id = sendRequest("rollback");
        patiently().until(() -> database.effects(id) == 1);
        assertThat(database.attempts(id)).isEqualTo(2);
        assertThat(liberty.messages()).contains("message " + id + " failed at attempt 1");
    }

    @Test
    void aPoisonMessageEndsInTheDeadLetterQueueWithoutAnEffectAndTheOthersPassIt() {
        String poison = sendRequest("poison");
        String good = sendRequest("fine");
        patiently().until(() -> database.effects(good) == 1);
        assertThat(database.attempts(good)).isEqualTo(1);
        patiently()
                .atMost(Duration.ofMinutes(2))
                .until(() -> broker.waiting(REQUESTS + ".dlq").contains(poison));
        assertThat(database.effects(poison)).isZero();
        assertThat(database.attempts(poison)).isGreaterThan(2);
    }

    @Test
    void aBeanWithoutATransactionConsumesByReturningNormally() throws Exception {
        String id = newId();
        broker.send("payment", "payment.slips", "fails once", List.of(id));
        patiently().until(() -> database.effects(id) == 1);
        assertThat(database.attempts(id)).isEqualTo(2);
        patiently().until(() -> broker.waiting(SLIPS).isEmpty());
    }

    @Test
    void aBrokerKilledBetweenCommitAndAcceptanceBringsTheMessageAgainWithoutASecondEffect() throws Exception {
        String id = sendRequest("wait");
        patiently().until(() -> database.attempts(id) == 1);
        broker.kill();
        database.letGo(id);
        patiently().until(() -> database.effects(id) == 1);
        patiently().until(() -> liberty.endpoint(REQUESTS, "Connected").equals("false"));
        broker.start();

        patiently().until(() -> database.attempts(id) == 2);
        untilConnected();
        patiently().until(() -> broker.waiting(REQUESTS).isEmpty());
        assertThat(database.effects(id)).isEqualTo(1);
    }

    @Test
    void nothingIsLostWhenTheBrokerIsKilledAmongManyMessages() throws Exception {
        List<String> ids = manyIds("broker");
        broker.send("money", REQUESTS, "fine", ids);
        patiently().until(() -> database.effectsOfAll(prefix(ids)) > 20);
        broker.kill();
        broker.start();

        patiently().until(() -> database.messagesWithAnEffect(prefix(ids)) == ids.size());
        assertThat(database.effectsOfAll(prefix(ids))).isEqualTo(ids.size());
        untilConnected();
        String after = sendRequest("fine");
        patiently().until(() -> database.effects(after) == 1);
        assertThat(broker.waiting(REQUESTS + ".dlq")).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void aServerKilledInTheMiddleOfAMessageGetsItAgain() throws Exception {
        String id = sendRequest("wait");
        patiently().until(() -> database.attempts(id) == 1);
        liberty.kill();
        assertThat(database.effects(id)).isZero();
        liberty.start();

        patiently().until(() -> database.effects(id) == 1);
        assertThat(database.attempts(id)).isEqualTo(2);
        untilConnected();
    }

    @Test
    void nothingIsLostAndNothingDoneTwiceWhenTheServerIsKilledAmongManyMessages() throws Exception {
        List<String> ids = manyIds("server");
        broker.send("money", REQUESTS, "fine", ids);
        patiently().until(() -> database.effectsOfAll(prefix(ids)) > 20);
        liberty.kill();
        liberty.start();

        patiently().until(() -> database.messagesWithAnEffect(prefix(ids)) == ids.size());
        assertThat(database.effectsOfAll(prefix(ids))).isEqualTo(ids.size());
        untilConnected();
        patiently().until(() -> broker.waiting(REQUESTS).isEmpty());
        assertThat(broker.waiting(REQUESTS + ".dlq")).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void aDatabaseThatIsAwayCostsAMessageNoneOfItsAttempts() throws Exception {
        database.goAway();
        String id = newId();
        long released = Long.parseLong(liberty.endpoint(REQUESTS, "Released"));
        broker.send("money", REQUESTS, "fine", List.of(id));
        patiently().until(() -> Long.parseLong(liberty.endpoint(REQUESTS, "Released")) > released + 5);
        database.comeBack();

        patiently().until(() -> database.effects(id) == 1);
        assertThat(broker.waiting(REQUESTS + ".dlq")).doesNotContain(id);
        assertThat(liberty.messages()).contains("message " + id + " waits").doesNotContain("message " + id + " failed");
    }

    @Test
    void theServersLogTellsOfTheConnectionAndNeverShowsAPassword() {
        assertThat(liberty.messages())
                .containsPattern(REQUESTS + ": (connected to|back at) amqp://127.0.0.1:" + broker.port
                        + " as banking \\(sessions 4, prefetch 20\\)");
        for (String account : Topology.accounts()) {
            assertThat(liberty.messages()).doesNotContain(Broker.password(account));
        }
    }

    /** Oracle's own driver, in the server, through the product's own configuration of it. */
    @Test
    void aDataSourceOnOracleWithoutAnOracleServerSaysWhomItDidNotReach() {
        assertThat(liberty.connect("jdbc/membership"))
                .startsWith("ORA-12541: ")
                .contains("127.0.0.1", Integer.toString(liberty.oraclePort))
                .doesNotContain("\n\tat ");
    }

    private static void untilConnected() {
        for (String queue : List.of(REQUESTS, SLIPS)) {
            patiently().until(() -> liberty.endpoint(queue, "Connected").equals("true"));
        }
    }

    private static String sendRequest(String text) {
        String id = newId();
        broker.send("money", REQUESTS, text, List.of(id));
        return id;
    }

    private static List<String> manyIds(String prefix) {
        return IntStream.range(0, 1_000)
                .mapToObj(number -> prefix + "-" + number)
                .toList();
    }

    private static String prefix(List<String> ids) {
        return ids.get(0).substring(0, ids.get(0).indexOf('-') + 1);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
