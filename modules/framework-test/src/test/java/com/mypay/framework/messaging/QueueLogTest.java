package com.mypay.framework.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.messaging.QueueLog.Claim;
import com.mypay.framework.messaging.QueueLog.Count;
import com.mypay.framework.messaging.QueueLog.Waiting;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.DatabaseTransactions;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.fake.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code QUEUE_LOG} on the real tables: what the relay and the consumers rely on. */
class QueueLogTest {
    private static final Duration LEASE = Duration.ofSeconds(60);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private final MutableClock clock = MutableClock.inSeoul("2011-12-05T12:00");
    private final DatabaseTransactions transactions = DATABASE.transactions();
    private final QueueLog log = new QueueLog(DATABASE.jdbc(), clock);
    private final Outbox outbox = new JdbcOutbox(DATABASE.jdbc(), clock, transactions, new RelaySignal());

    public record Body(String text) {}

    @Test
    void waitingMessagesComeInOrderUntilTheyAreSent() {
        in(() -> {
            outbox.sendAll(List.of(message("b"), message("a"), message("c")));
            return true;
        });
        assertThat(in(() -> log.waiting(2, Set.of()))).extracting(Waiting::id).containsExactly("b", "a");
        in(() -> {
            log.sent(List.of("b"));
            log.notSent("a", "x".repeat(2_000));
            return true;
        });
        List<Waiting> rest = in(() -> log.waiting(10, Set.of()));
        assertThat(rest).extracting(Waiting::id).containsExactly("a", "c");
        Waiting first = rest.get(0);
        assertThat(first.payload()).isEqualTo("{\"text\":\"메모\"}");
        assertThat(first.guid()).isEqualTo(TestCall.GUID.value());
        assertThat(first.hop()).isEqualTo(1);
        assertThat(first.destination()).isEqualTo("banking.firmbanking-requests");
    }

    @Test
    void messagesForDestinationsThatRefuseAreHeldBack() {
        in(() -> {
            outbox.sendAll(List.of(message("a"), new OutgoingMessage("b", "money.ledger-entries", "t", new Body("b"))));
            return true;
        });
        assertThat(in(() -> log.waiting(10, Set.of("banking.firmbanking-requests"))))
                .extracting(Waiting::id)
                .containsExactly("b");
        assertThat(in(() -> log.waiting(10, Set.of("banking.firmbanking-requests", "money.ledger-entries"))))
                .isEmpty();
    }

    @Test
    void aMessageThatWasRefusedVeryOftenCanStillBeMarkedAsSent() {
        in(() -> {
            outbox.send(message("a"));
            DATABASE.jdbc().update("UPDATE QUEUE_LOG SET ATTEMPTS = 9999");
            log.sent(List.of("a"));
            return true;
        });
        assertThat(in(() -> log.waiting(10, Set.of()))).isEmpty();
    }

    @Test
    void oneServerRelaysUntilItsLeaseIsOver() {
        assertThat(in(() -> log.holdLease("node1", LEASE))).isTrue();
        assertThat(in(() -> log.holdLease("node2", LEASE))).isFalse();
        clock.advance(Duration.ofSeconds(30));
        assertThat(in(() -> log.holdLease("node1", LEASE))).isTrue();
        clock.advance(Duration.ofSeconds(59));
        assertThat(in(() -> log.holdLease("node2", LEASE))).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(in(() -> log.holdLease("node2", LEASE))).isTrue();
        assertThat(in(() -> log.holdLease("node1", LEASE))).isFalse();
    }

    @Test
    void aMessageWithLocalEffectIsTakenOnce() {
        assertThat(in(() -> log.claimDone(incoming("m1")))).isEqualTo(Claim.TAKEN);
        assertThat(in(() -> log.claimDone(incoming("m1")))).isEqualTo(Claim.DONE_BEFORE);
        assertThat(in(() -> log.claimDone(incoming("m2")))).isEqualTo(Claim.TAKEN);
    }

    @Test
    void aMessageWhoseEffectWasRolledBackIsTakenAgain() {
        try {
            transactions.inTransaction(() -> {
                log.claimDone(incoming("m1"));
                throw new IllegalStateException("the effect failed");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the effect failed");
        }
        assertThat(in(() -> log.claimDone(incoming("m1")))).isEqualTo(Claim.TAKEN);
    }

    @Test
    void aMessageInWorkIsHeldByItsLease() {
        assertThat(claim("node1")).isEqualTo(Claim.TAKEN);
        assertThat(claim("node2")).isEqualTo(Claim.HELD_BY_OTHER);
        clock.advance(LEASE);
        assertThat(claim("node2")).isEqualTo(Claim.TAKEN);
        close("m1", true);
        assertThat(claim("node1")).isEqualTo(Claim.DONE_BEFORE);
    }

    /** Both find the lease of a server that died; the one that has to wait for the other's commit must see it. */
    @Test
    void ofTwoThatFindALapsedLeaseOneTakesTheMessage() throws Exception {
        claim("dead");
        clock.advance(LEASE);
        FutureTask<Claim> second = new FutureTask<>(() -> claim("node2"));
        Thread node2 = new Thread(second, "node2");
        Claim first = in(() -> {
            Claim claim = log.claimProcessing(incoming("m1"), "node1", LEASE);
            node2.start();
            await().atMost(Duration.ofSeconds(10)).until(() -> node2.getState() == Thread.State.TIMED_WAITING);
            return claim;
        });
        assertThat(first).isEqualTo(Claim.TAKEN);
        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(Claim.HELD_BY_OTHER);
    }

    @Test
    void aMessageGivenBackIsTakenAtOnce() {
        claim("node1");
        in(() -> {
            log.release("m1", "the bank is down");
            return true;
        });
        assertThat(claim("node2")).isEqualTo(Claim.TAKEN);
    }

    @Test
    void theCountsNameEveryMessage() {
        in(() -> {
            outbox.send(message("a"));
            return true;
        });
        claim("node1");
        assertThat(in(log::counts))
                .containsExactly(
                        new Count("IN", "settlement.slips", "PROCESSING", 1, "m1"),
                        new Count("OUT", "banking.firmbanking-requests", "WAITING", 1, "a"));
    }

    @Test
    void countsFromAMessageOnTellWhatCameSince() {
        for (String id : List.of("a1", "a3", "a2")) {
            in(() -> {
                outbox.send(message(id));
                return true;
            });
        }

        assertThat(in(() -> log.countsFrom("a2")))
                .containsExactly(new Count("OUT", "banking.firmbanking-requests", "WAITING", 2, "a2"));
        assertThat(in(() -> log.countsFrom("a4"))).isEmpty();
    }

    private Claim claim(String owner) {
        return in(() -> log.claimProcessing(incoming("m1"), owner, LEASE));
    }

    private void close(String id, boolean success) {
        in(() -> {
            log.close(id, success, null);
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        return transactions.inTransaction(work);
    }

    private static OutgoingMessage message(String id) {
        return new OutgoingMessage(id, "banking.firmbanking-requests", "payout-requested.v1", new Body("메모"));
    }

    private IncomingMessage incoming(String id) {
        CallContext context = call.context();
        return new IncomingMessage(id, "settlement.slips", "slip-issued.v1", "{}", context);
    }
}
