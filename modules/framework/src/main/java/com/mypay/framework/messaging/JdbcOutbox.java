package com.mypay.framework.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.json.Json;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link Outbox} in the service's schema. */
@ApplicationScoped
public class JdbcOutbox implements Outbox {

    /** In UTF-8: Oracle counts bytes. */
    static final int MAX_PAYLOAD_BYTES = 4_000;

    private static final String INSERT = "INSERT INTO QUEUE_LOG (MESSAGE_ID, DIRECTION, SEQUENCE_NO, DESTINATION,"
            + " MESSAGE_TYPE, PAYLOAD, GUID, HOP, STATUS, CREATED_TIMESTAMP, ATTEMPTS)"
            + " VALUES (?, 'OUT', QUEUE_LOG_SEQ.NEXTVAL, ?, ?, ?, ?, ?, 'WAITING', ?, 0)";

    private final Jdbc jdbc;
    private final Clock clock;
    private final Transactions transactions;
    private final RelaySignal relaySignal;

    @Inject
    public JdbcOutbox(Jdbc jdbc, Clock clock, Transactions transactions, RelaySignal relaySignal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transactions = transactions;
        this.relaySignal = relaySignal;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcOutbox() {
        this(null, null, null, null);
    }

    @Override
    public void send(OutgoingMessage message) {
        jdbc.update(INSERT, parameters(message, clock.instant()));
        transactions.afterCommit(relaySignal::wake);
    }

    @Override
    public void sendAll(List<OutgoingMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<@Nullable Object[]> rows = new ArrayList<>(messages.size());
        for (OutgoingMessage message : messages) {
            rows.add(parameters(message, now));
        }
        jdbc.batch(INSERT, rows);
        transactions.afterCommit(relaySignal::wake);
    }

    private static @Nullable Object[] parameters(OutgoingMessage message, Instant now) {
        CallContext context = CallContext.current();
        String payload = Json.write(message.body());
        int bytes = payload.getBytes(UTF_8).length;
        if (bytes > MAX_PAYLOAD_BYTES) {
            throw new IllegalStateException("a message has at most 4,000 bytes; " + message.type() + " has " + bytes);
        }
        return new @Nullable Object[] {
            message.id(),
            message.destination(),
            message.type(),
            payload,
            context.guid().value(),
            context.hop(),
            now
        };
    }
}
