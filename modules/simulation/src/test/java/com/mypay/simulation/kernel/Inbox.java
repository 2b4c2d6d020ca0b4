package com.mypay.simulation.kernel;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import java.time.Duration;
import java.time.Instant;

/** What the framework's Inbox does around a consumer's work, on the simulated {@code QUEUE_LOG}. */
final class Inbox {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Server.Life server;
    private final String queue;
    private final Broker.Consumer consumer;

    Inbox(Server.Life server, String queue, Broker.Consumer consumer) {
        this.server = server;
        this.queue = queue;
        this.consumer = consumer;
    }

    /** What the broker hears. */
    enum Outcome {
        TAKEN,
        FAILED,
        /** Doesn't count as an attempt. */
        HELD_BY_OTHER,
        DIED
    }

    /** @throws RuntimeException what no consumer may throw, whatever happens around it */
    Outcome receive(Message message) {
        CallContext context = new CallContext(
                new Guid(message.guid()),
                message.hop() + 1,
                Caller.service(consumer.service().name()),
                queue);
        IncomingMessage incoming = new IncomingMessage(message.id(), queue, message.type(), message.payload(), context);
        try {
            return context.call(() -> consumer.local() ? receiveInTransaction(incoming) : receiveWithLease(incoming));
        } catch (UnavailableException | UnknownOutcomeException e) {
            server.world().tell("{0} fails: {1}", message, e.getMessage());
            return Outcome.FAILED;
        } catch (Crash e) {
            return Outcome.DIED;
        }
    }

    private Outcome receiveInTransaction(IncomingMessage message) {
        server.transactionOfAMessage(() -> {
            if (log().claimDone(message) == QueueLogTable.Claim.TAKEN) {
                consumer.work().accept(server.beans(), message);
            }
            return true;
        });
        return Outcome.TAKEN;
    }

    private Outcome receiveWithLease(IncomingMessage message) {
        if (!server.inHand().add(message.id())) {
            return Outcome.HELD_BY_OTHER;
        }
        try {
            return takeAndHandle(message);
        } finally {
            server.inHand().remove(message.id());
        }
    }

    private Outcome takeAndHandle(IncomingMessage message) {
        QueueLogTable.Claim claim = server.transactions()
                .inTransaction(() -> log().claimProcessing(message, server.toString(), now(), LEASE));
        return switch (claim) {
            case HELD_BY_OTHER -> Outcome.HELD_BY_OTHER;
            case DONE_BEFORE -> Outcome.TAKEN;
            case TAKEN -> handleWithLease(message);
        };
    }

    private Outcome handleWithLease(IncomingMessage message) {
        try {
            consumer.work().accept(server.beans(), message);
        } catch (RuntimeException e) {
            server.transactions().inTransaction(() -> log().release(message.id(), now()));
            throw e;
        }
        server.transactions().inTransaction(() -> log().close(message.id()));
        return Outcome.TAKEN;
    }

    private QueueLogTable log() {
        return server.service().queueLog();
    }

    private Instant now() {
        return server.world().scheduler().now();
    }
}
