package com.mypay.frameworktest.fake;

import com.mypay.framework.json.Json;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.framework.persistence.JdbcException;
import com.mypay.frameworktest.MessageContract;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Outbox} that keeps what was sent. Each message has to keep its contract, and forgets nothing but what was rolled
 * back ({@link FakeTransactions}).
 */
public final class InMemoryOutbox implements Outbox, RollsBack {
    private static final int MAX_PAYLOAD_LENGTH = 4_000;
    private static final int DUPLICATE_KEY = 23505;

    private final List<OutgoingMessage> sent = new ArrayList<>();

    @Override
    public synchronized void send(OutgoingMessage message) {
        String payload = Json.write(message.body());
        if (payload.length() > MAX_PAYLOAD_LENGTH) {
            throw new IllegalStateException(
                    "a message has at most 4,000 characters; " + message.type() + " has " + payload.length());
        }
        if (sent.stream().anyMatch(before -> before.id().equals(message.id()))) {
            throw new JdbcException("message " + message.id(), new SQLException("sent before", "23505", DUPLICATE_KEY));
        }
        MessageContract.check(message.type(), payload);
        sent.add(message);
    }

    @Override
    public void sendAll(List<OutgoingMessage> messages) {
        messages.forEach(this::send);
    }

    /** In the order of sending. */
    public synchronized List<OutgoingMessage> sent() {
        return List.copyOf(sent);
    }

    /** The bodies of the messages of one contract. */
    public synchronized <B extends Record> List<B> bodies(String type, Class<B> contract) {
        return sent.stream()
                .filter(message -> message.type().equals(type))
                .map(message -> contract.cast(message.body()))
                .toList();
    }

    @Override
    public synchronized Runnable mark() {
        List<OutgoingMessage> before = List.copyOf(sent);
        return () -> {
            sent.clear();
            sent.addAll(before);
        };
    }
}
