package com.mypay.amqpadapter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.jms.JmsMessageConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one session reads: the consumers of its queues, from each in turn, so that a full queue doesn't keep the others
 * waiting. Used by one thread.
 */
final class Consumers {

    private final List<MessageConsumer> consumers = new ArrayList<>();

    /** Has a permit whenever a message has come since the last look over all consumers. */
    private final Semaphore arrived = new Semaphore(0);

    private int next;

    Consumers(Session session, List<? extends Queue> queues) throws JMSException {
        for (Queue queue : queues) {
            MessageConsumer consumer = session.createConsumer(queue);
            if (queues.size() > 1 && consumer instanceof JmsMessageConsumer told) {
                told.setAvailableListener(which -> arrived.release());
            }
            consumers.add(consumer);
        }
    }

    /** The next message of any queue, or {@code null} if none comes within the time. */
    @Nullable Message receive(long millis) throws JMSException {
        if (consumers.size() == 1) {
            return consumers.get(0).receive(millis);
        }
        Message message = receiveNow();
        return message != null || !somethingArrives(millis) ? message : receiveNow();
    }

    private @Nullable Message receiveNow() throws JMSException {
        arrived.drainPermits();
        for (int looked = 0; looked < consumers.size(); looked++) {
            Message message = consumers.get(next).receiveNoWait();
            next = (next + 1) % consumers.size();
            if (message != null) {
                return message;
            }
        }
        return null;
    }

    private boolean somethingArrives(long millis) {
        try {
            return arrived.tryAcquire(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
