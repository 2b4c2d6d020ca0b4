package com.mypay.framework.messaging;

import java.util.List;

/**
 * Sends messages by writing them into {@code QUEUE_LOG} in the running transaction; the relay delivers them after the
 * commit, at least once. The receiver's {@code QUEUE_LOG} makes one effect of it.
 */
public interface Outbox {

    void send(OutgoingMessage message);

    /** Many at once, as one batch of inserts. */
    void sendAll(List<OutgoingMessage> messages);
}
