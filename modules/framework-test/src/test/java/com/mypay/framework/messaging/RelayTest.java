package com.mypay.framework.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.context.Caller;
import com.mypay.framework.edge.EdgeChain;
import com.mypay.framework.edge.EdgeFilter;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.messaging.QueueLog.Waiting;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.DatabaseTransactions;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.fake.MutableClock;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The relay between the real {@code QUEUE_LOG} and a broker that refuses. */
class RelayTest {
    private static final String FULL = "settlement.firmbanking-results";
    private static final String OPEN = "money.firmbanking-results";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("BANKING");

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("banking"));

    private final MutableClock clock = MutableClock.inSeoul("2011-12-05T12:00");
    private final DatabaseTransactions transactions = DATABASE.transactions();
    private final QueueLog log = new QueueLog(DATABASE.jdbc(), clock);
    private final Outbox outbox = new JdbcOutbox(DATABASE.jdbc(), clock, transactions, new RelaySignal());
    private final RefusingBroker broker = new RefusingBroker();
    private final Relay relay = new Relay(
            log,
            transactions,
            new RelaySignal(),
            broker,
            new ServiceName("banking", "node1", "002", List.of(), true),
            clock);

    public record Body(int number) {}

    /** Confirms everything but what goes to the queue that is full. */
    private static final class RefusingBroker extends BrokerSender {
        private final List<String> confirmed = new ArrayList<>();
        private final List<String> traceparents = new ArrayList<>();
        private boolean full = true;
        private boolean away;
        private boolean breaksOff;

        @Override
        void connect() throws JMSException {
            if (away) {
                throw new JMSException("no broker");
            }
        }

        @Override
        public Result sendAll(List<Waiting> messages) throws JMSException {
            if (breaksOff) {
                throw new JMSException("connection lost");
            }
            List<String> taken = new ArrayList<>();
            Map<String, String> refused = new HashMap<>();
            for (Waiting message : messages) {
                traceparents.add(message.traceparent());
                if (full && message.destination().equals(FULL)) {
                    refused.put(message.id(), "the address is full");
                } else {
                    taken.add(message.id());
                }
            }
            confirmed.addAll(taken);
            return new Result(taken, refused);
        }
    }

    /** What is committed goes out, whatever a step says to it. */
    @Test
    void aStepThatRefusesKeepsNoMessageBack() throws Exception {
        EdgeFilter refusing = new EdgeFilter() {
            @Override
            public void before(Exchange exchange) {
                throw new IllegalStateException("refused");
            }
        };
        EdgeChain.use(new EdgeChain(List.of(refusing)));
        try {
            send(OPEN, 1);
            assertThat(relay.relayBatch()).isEqualTo(1);
        } finally {
            EdgeChain.use(new EdgeChain(List.of()));
        }
    }

    /** Spans and images hang on it: what has begun ends. */
    @Test
    void anExchangeThatHasBegunEndsAlsoWhereTheBrokerBreaksOff() {
        List<String> seen = new ArrayList<>();
        EdgeFilter noting = new EdgeFilter() {
            @Override
            public void before(Exchange exchange) {
                seen.add("begun");
            }

            @Override
            public void after(Exchange exchange) {
                seen.add(exchange.status());
            }
        };
        EdgeChain.use(new EdgeChain(List.of(noting)));
        try {
            send(OPEN, 2);
            broker.away = true;
            assertThatThrownBy(relay::relayBatch).hasMessage("no broker");
            assertThat(seen).isEmpty();

            broker.away = false;
            broker.breaksOff = true;
            assertThatThrownBy(relay::relayBatch).hasMessage("connection lost");
            assertThat(seen).containsExactly("begun", "begun", "FAILED", "FAILED");
        } finally {
            EdgeChain.use(new EdgeChain(List.of()));
        }
    }

    @Test
    void theSpanThatSendsAMessageIsSaidWithIt() throws Exception {
        EdgeFilter telling = new EdgeFilter() {
            @Override
            public void before(Exchange exchange) {
                exchange.requestHeaders().put("traceparent", "span of " + exchange.operation());
            }
        };
        send(OPEN, 1);
        relay.relayBatch();
        EdgeChain.use(new EdgeChain(List.of(telling)));
        try {
            send(OPEN + "2", 1);
            relay.relayBatch();
        } finally {
            EdgeChain.use(new EdgeChain(List.of()));
        }
        assertThat(broker.traceparents).containsExactly("", "span of test.v1");
    }

    @Test
    void aQueueThatIsFullDoesNotKeepMessagesFromTheOthers() throws Exception {
        send(FULL, Relay.BATCH_SIZE + 1);
        send(OPEN, 1);

        assertThatThrownBy(relay::relayBatch).isInstanceOf(JMSException.class).hasMessageContaining("full");
        assertThat(relay.relayBatch()).isEqualTo(1);
        assertThat(broker.confirmed).containsExactly(OPEN + "-0");
        assertThat(relay.relayBatch()).isZero();
    }

    @Test
    void aQueueThatWasFullIsTriedAgain() throws Exception {
        send(FULL, 2);
        assertThatThrownBy(relay::relayBatch).isInstanceOf(JMSException.class);
        assertThat(relay.relayBatch()).isZero();

        broker.full = false;
        clock.advance(Duration.ofSeconds(5));
        assertThat(relay.relayBatch()).isEqualTo(2);
        assertThat(broker.confirmed).containsExactly(FULL + "-0", FULL + "-1");
        assertThat(relay.relayBatch()).isZero();
    }

    private void send(String destination, int howMany) {
        transactions.inTransaction(() -> outbox.sendAll(IntStream.range(0, howMany)
                .mapToObj(i -> new OutgoingMessage(destination + "-" + i, destination, "test.v1", new Body(i)))
                .toList()));
    }
}
