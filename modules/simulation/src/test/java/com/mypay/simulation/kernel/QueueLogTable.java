package com.mypay.simulation.kernel;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.framework.persistence.JdbcException;
import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code QUEUE_LOG} as the framework keeps it: what leaves with a transaction, what has been taken in with one. */
public final class QueueLogTable implements Outbox, RollsBack {

    private static final int MAX_PAYLOAD_BYTES = 4_000;
    private static final int MAX_ID_LENGTH = 64;
    private static final int DUPLICATE_KEY = 23505;

    private final Runnable afterCommit;
    private final Set<String> outgoingIds = new HashSet<>();
    private final Map<String, Message> waiting = new LinkedHashMap<>();
    private final List<Message> written = new ArrayList<>();
    private final InMemoryTable<String, Incoming> incoming = new InMemoryTable<>();
    private boolean forgetful;

    /** @param afterCommit told when something has been committed that waits for the relay */
    QueueLogTable(Runnable afterCommit) {
        this.afterCommit = afterCommit;
    }

    /** @param leaseUntil {@code null}: done */
    private record Incoming(
            @Nullable String owner, @Nullable Instant leaseUntil) {

        static final Incoming DONE = new Incoming(null, null);
    }

    /** For a deliberate bug: what was taken in within one transaction is taken in again when it is delivered again. */
    public void forgetIncoming() {
        forgetful = true;
    }

    /** How a claim for an incoming message went. */
    enum Claim {
        TAKEN,
        DONE_BEFORE,
        HELD_BY_OTHER
    }

    @Override
    public void send(OutgoingMessage message) {
        Message outgoing = Message.of(message);
        if (outgoing.payload().getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES) {
            throw new IllegalStateException("too long: " + outgoing.payload());
        }
        if (message.id().isEmpty() || message.id().length() > MAX_ID_LENGTH) {
            throw new IllegalStateException("not the id of a message: " + message.id());
        }
        boolean known = outgoingIds.contains(message.id())
                || written.stream().anyMatch(before -> before.id().equals(message.id()));
        if (known) {
            throw new JdbcException("message " + message.id(), new SQLException("sent before", "23505", DUPLICATE_KEY));
        }
        written.add(outgoing);
    }

    @Override
    public void sendAll(List<OutgoingMessage> messages) {
        messages.forEach(this::send);
    }

    /** Committed and not known to be at the broker, in the order of sending. */
    public List<Message> waiting() {
        return List.copyOf(waiting.values());
    }

    /** In a transaction of the relay's. */
    void sent(Message message) {
        waiting.remove(message.id());
    }

    /** Inside the transaction of the message's effect. */
    Claim claimDone(IncomingMessage message) {
        boolean first = incoming.add(message.id(), Incoming.DONE);
        return first || forgetful ? Claim.TAKEN : Claim.DONE_BEFORE;
    }

    /** @param owner a server that isn't processing it: its own lease is what its crash has left */
    Claim claimProcessing(IncomingMessage message, String owner, Instant now, Duration lease) {
        Incoming mine = new Incoming(owner, now.plus(lease));
        Optional<Incoming> before = incoming.find(message.id());
        if (before.isEmpty()) {
            incoming.add(message.id(), mine);
            return Claim.TAKEN;
        }
        Instant until = before.get().leaseUntil();
        if (until == null) {
            return Claim.DONE_BEFORE;
        }
        if (!owner.equals(before.get().owner()) && now.isBefore(until)) {
            return Claim.HELD_BY_OTHER;
        }
        incoming.replace(message.id(), mine);
        return Claim.TAKEN;
    }

    void close(String messageId) {
        incoming.replace(messageId, Incoming.DONE);
    }

    /** Gives it back: the next delivery may take it at once. */
    void release(String messageId, Instant now) {
        incoming.replace(messageId, new Incoming(null, now));
    }

    @Override
    public Runnable mark() {
        Runnable incomingBack = incoming.mark();
        return () -> {
            written.clear();
            incomingBack.run();
        };
    }

    @Override
    public void committed() {
        for (Message message : written) {
            outgoingIds.add(message.id());
            waiting.put(message.id(), message);
        }
        incoming.committed();
        if (!written.isEmpty()) {
            written.clear();
            afterCommit.run();
        }
    }
}
