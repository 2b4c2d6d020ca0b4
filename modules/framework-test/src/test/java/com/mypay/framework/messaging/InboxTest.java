package com.mypay.framework.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.edge.EdgeChain;
import com.mypay.framework.log.ImageLog;
import com.mypay.framework.log.LogKind;
import com.mypay.framework.messaging.QueueLog.Count;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.frameworktest.database.DatabaseTransactions;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.fake.MutableClock;
import com.mypay.frameworktest.fake.RecordedLogs;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import jakarta.resource.spi.RetryableUnavailableException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every consumer relies on, on the real {@code QUEUE_LOG}. */
class InboxTest {
    private static final String GUID = "0123456789abcdef0123456789abcdef";
    private static final String TRACEPARENT = "00-" + GUID + "-00f067aa0ba902b7-01";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("BANKING");

    @RegisterExtension
    final RecordedLogs logs = RecordedLogs.within(DATABASE.transactions());

    private final MutableClock clock = MutableClock.inSeoul("2011-12-05T12:00");
    private final DatabaseTransactions transactions = DATABASE.transactions();
    private final QueueLog log = new QueueLog(DATABASE.jdbc(), clock);
    private final CountingIds ids = new CountingIds();
    private final List<IncomingMessage> effects = new ArrayList<>();
    private final List<CallContext> contexts = new ArrayList<>();

    @Test
    void aMessageThatIsDeliveredTwiceHasOneEffect() {
        TextMessage message = message("m1", GUID, 3);
        for (int delivery = 1; delivery <= 2; delivery++) {
            transactions.inTransaction(() -> inbox("node1").receiveInTransaction(message, this::effect));
        }
        assertThat(effects).hasSize(1);
        assertThat(counts()).containsExactly(new Count("IN", "banking.firmbanking-requests", "DONE", 1, "m1"));
    }

    @Test
    void aMessageThatCallsAnotherSystemIsMarkedBeforeAndAfterIt() {
        List<Count> meanwhile = new ArrayList<>();
        inbox("node1").receiveWithLease(message("m1", GUID, 3), message -> meanwhile.addAll(counts()));
        inbox("node1").receiveWithLease(message("m1", GUID, 3), this::effect);

        assertThat(meanwhile).containsExactly(new Count("IN", "banking.firmbanking-requests", "PROCESSING", 1, "m1"));
        assertThat(counts()).containsExactly(new Count("IN", "banking.firmbanking-requests", "DONE", 1, "m1"));
        assertThat(effects).isEmpty();
    }

    @Test
    void aMessageWhoseWorkFailedIsGivenBack() {
        Consumer<IncomingMessage> failing = message -> {
            throw new IllegalStateException("refused");
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> inbox("node1").receiveWithLease(message("m1", GUID, 3), failing));
        inbox("node2").receiveWithLease(message("m1", GUID, 3), this::effect);
        assertThat(effects).hasSize(1);
    }

    /** The broker gives up after a few seconds of attempts, and the lease lasts a minute. */
    @Test
    void anAttemptDuringAnotherServersLeaseDoesNotCount() {
        assertThatThrownBy(() -> inbox("node1").receiveWithLease(message("m1", GUID, 3), message -> {
                    throw new ServerDied();
                }))
                .isInstanceOf(ServerDied.class);
        assertThatThrownBy(() -> inbox("node2").receiveWithLease(message("m1", GUID, 3), this::effect))
                .isInstanceOf(UnavailableException.class)
                .hasCauseInstanceOf(RetryableUnavailableException.class);

        clock.advance(Inbox.LEASE);
        inbox("node2").receiveWithLease(message("m1", GUID, 3), this::effect);
        assertThat(effects).hasSize(1);
    }

    @Test
    void aServerThatHasComeBackGoesOnAtOnce() {
        assertThatThrownBy(() -> inbox("node1").receiveWithLease(message("m1", GUID, 3), message -> {
                    throw new ServerDied();
                }))
                .isInstanceOf(ServerDied.class);

        inbox("node1").receiveWithLease(message("m1", GUID, 3), this::effect);

        assertThat(effects).hasSize(1);
    }

    /** The broker was away and delivers again what is still being worked on. */
    @Test
    void aServerDoesNotBeginAgainWhatItIsAt() {
        Inbox inbox = inbox("node1");
        inbox.receiveWithLease(message("m1", GUID, 3), message -> {
            assertThatThrownBy(() -> inbox.receiveWithLease(message("m1", GUID, 3), this::effect))
                    .isInstanceOf(UnavailableException.class)
                    .hasCauseInstanceOf(RetryableUnavailableException.class);
            effect(message);
        });

        assertThat(effects).hasSize(1);
    }

    @Test
    void theSendersGuidGoesOnOneHopFurther() {
        inbox("node1").receiveWithLease(message("m1", GUID, 3), this::effect);
        inbox("node1").receiveWithLease(message("m2", "not a guid", 3), this::effect);
        inbox("node1").receiveWithLease(message("m3", null, Integer.MAX_VALUE), this::effect);

        assertThat(contexts).extracting(context -> context.guid().value()).startsWith(GUID);
        assertThat(contexts).extracting(CallContext::hop).containsExactly(4, 4, CallContext.MAX_HOPS);
        assertThat(contexts.get(0).caller()).isEqualTo(Caller.service("banking"));
        assertThat(effects).extracting(IncomingMessage::queue).containsOnly("banking.firmbanking-requests");
    }

    @Test
    void aGuidOfAnotherFormIsReplacedAndBothAreKept() {
        EdgeChain.use(new EdgeChain(List.of(new ImageLog())));
        try {
            inbox("node1").receiveWithLease(message("m1", "forged\n{\"guid\":1}", 3), this::effect);
            inbox("node1").receiveWithLease(message("m2", null, 3), this::effect);
        } finally {
            EdgeChain.use(new EdgeChain(List.of()));
        }
        List<String> lines = logs.of(LogKind.IMAGE);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .contains("\"guid\":\"" + contexts.get(0).guid() + "\"", "\"sentGuid\":\"forged\\n{")
                .doesNotContain("\n");
        assertThat(lines.get(1)).doesNotContain("sentGuid");
    }

    @Test
    void aMessageIsDoneOnceItsTransactionHasCommitted() {
        EdgeChain.use(new EdgeChain(List.of(new ImageLog())));
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> transactions.inTransaction(() -> {
                        inbox("node1").receiveInTransaction(message("m1", GUID, 3), this::effect);
                        throw new IllegalStateException("the container can't commit");
                    }));
            assertThat(logs.of(LogKind.IMAGE)).singleElement().asString().contains("\"status\":\"FAILED\"");
            transactions.inTransaction(() -> {
                inbox("node1").receiveInTransaction(message("m1", GUID, 3), this::effect);
                assertThat(logs.of(LogKind.IMAGE)).hasSize(1);
            });
            transactions.inTransaction(() -> inbox("node1").receiveInTransaction(message("m1", GUID, 3), this::effect));
        } finally {
            EdgeChain.use(new EdgeChain(List.of()));
        }
        List<String> lines = logs.of(LogKind.IMAGE);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("\"status\":\"DONE\"");
        assertThat(lines.get(2)).contains("\"status\":\"DUPLICATE\"");
        assertThat(logs.open()).isEmpty();
    }

    /** Of a server that dies meanwhile the log has this, and no money without an image. */
    @Test
    void aMessageIsInTheLogBeforeItsWorkBegins() {
        List<RecordedLogs.Line> meanwhile = new ArrayList<>();
        EdgeChain.use(new EdgeChain(List.of(new ImageLog())));
        try {
            transactions.inTransaction(() -> inbox("node1")
                    .receiveInTransaction(message("m1", GUID, 3), message -> meanwhile.addAll(logs.open())));
            inbox("node1").receiveWithLease(message("m2", GUID, 3), message -> meanwhile.addAll(logs.open()));
        } finally {
            EdgeChain.use(new EdgeChain(List.of()));
        }
        assertThat(meanwhile)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.body())
                        .contains("\"guid\":\"" + GUID, "\"status\":\"NO_ANSWER\"", "\"edge\":\"AMQP\""));
        assertThat(logs.open()).isEmpty();
        assertThat(logs.of(LogKind.IMAGE))
                .as("whose span has sent it")
                .allSatisfy(line -> assertThat(line).contains("\"traceparent\":\"" + TRACEPARENT));
    }

    @Test
    void aMessageWithoutAnIdIsRefused() {
        for (String id : new String[] {null, "", "x".repeat(65)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> inbox("node1").receiveWithLease(message(id, GUID, 3), this::effect));
        }
    }

    /** Not a {@link RuntimeException}: nothing is given back any more. */
    private static final class ServerDied extends Error {
        private static final long serialVersionUID = 1L;
    }

    private void effect(IncomingMessage message) {
        effects.add(message);
        contexts.add(CallContext.current());
    }

    private List<Count> counts() {
        return transactions.inTransaction(log::counts);
    }

    private Inbox inbox(String node) {
        return new Inbox(log, transactions, new ServiceName("banking", node, "002", List.of(), true), ids);
    }

    private static TextMessage message(@Nullable String id, @Nullable String guid, int hop) {
        Queue queue = proxy(Queue.class, Map.of("getQueueName", "fan-out::banking.firmbanking-requests"));
        return (TextMessage) Proxy.newProxyInstance(
                TextMessage.class.getClassLoader(),
                new Class<?>[] {TextMessage.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getText" -> "{}";
                    case "getJMSType" -> "firmbanking-requested.v1";
                    case "getJMSDestination" -> queue;
                    case "propertyExists" -> true;
                    case "getIntProperty" -> hop;
                    case "getStringProperty" ->
                        switch (String.valueOf(arguments[0])) {
                            case "mypay_message_id" -> id;
                            case "mypay_guid" -> guid;
                            case "traceparent" -> TRACEPARENT;
                            default -> null;
                        };
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }
}
