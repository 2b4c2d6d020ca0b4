package com.mypay.simulation.kernel;

import com.mypay.framework.messaging.IncomingMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The broker: keeps what it has confirmed, delivers it until it is acknowledged, again and later after a failure, and
 * puts away what fails too often. The order is chance.
 */
public final class Broker {

    private static final int ATTEMPTS = 5;
    private static final int FIRST_PAUSE_MILLIS = 200;
    private static final int LONGEST_PAUSE_MILLIS = 5_000;
    private static final int USUALLY_WITHIN_MILLIS = 30;
    /** Longer than anybody waits for an answer before asking again. */
    private static final int DELAYED_MILLIS = 100_000;

    private static final int OUTAGE_MILLIS = 20_000;
    /** A queue whose reader isn't there, or is busy, is looked at again. */
    private static final int AGAIN_MILLIS = 300;

    private final World world;
    private final Map<String, Queue> queues = new LinkedHashMap<>();
    private long awayUntilMillis;

    public Broker(World world) {
        this.world = world;
    }

    private static final class Queue {
        private final String name;
        private final Consumer consumer;
        private final Set<String> known = new HashSet<>();
        private final List<Message> deadLetters = new ArrayList<>();
        private int messages;
        private int busy;

        Queue(String name, Consumer consumer) {
            this.name = name;
            this.consumer = consumer;
        }
    }

    /**
     * Who reads a queue.
     *
     * @param sessions how many messages at once
     * @param local whether the message and its effect are one transaction
     */
    public record Consumer(Service service, int sessions, boolean local, BiConsumer<Beans, IncomingMessage> work) {}

    public void queue(String name, Consumer consumer) {
        queues.put(name, new Queue(name, consumer));
    }

    /** @return whether it is on the broker's disk now */
    public boolean store(Message message) {
        if (isAway()) {
            return false;
        }
        if (world.faults().strikes(Fault.BROKER_DIES)) {
            world.tell("the broker dies");
            awayUntilMillis = now() + world.dice().between(FIRST_PAUSE_MILLIS, OUTAGE_MILLIS);
            return false;
        }
        Queue queue = queues.get(message.destination());
        if (queue == null) {
            throw new IllegalStateException("there is no queue " + message.destination());
        }
        if (queue.known.add(message.id()) || world.faults().strikes(Fault.DUPLICATE_FORGOTTEN)) {
            put(queue, message);
        }
        return true;
    }

    private void put(Queue queue, Message message) {
        queue.messages++;
        boolean delayed = world.faults().strikes(Fault.MESSAGE_DELAYED);
        world.tell("{0} is in {1}{2}", message, queue.name, delayed ? ", delayed" : "");
        deliverAfter(
                world.dice().between(1, delayed ? DELAYED_MILLIS : USUALLY_WITHIN_MILLIS),
                new Delivery(queue, message, 1));
    }

    private record Delivery(Queue queue, Message message, int attempt) {}

    private void deliverAfter(int millis, Delivery delivery) {
        world.scheduler().after(millis, () -> deliver(delivery));
    }

    private void deliver(Delivery delivery) {
        Queue queue = delivery.queue();
        Server.Life reader = isAway() ? null : queue.consumer.service().anyServer();
        if (reader == null || queue.busy == queue.consumer.sessions()) {
            deliverAfter(world.dice().between(1, AGAIN_MILLIS), delivery);
            return;
        }
        queue.busy++;
        if (queue.consumer.local()) {
            take(delivery, reader);
        } else {
            world.scheduler().spawn(0, () -> take(delivery, reader));
        }
    }

    private void take(Delivery delivery, Server.Life reader) {
        Queue queue = delivery.queue();
        world.step();
        world.tell("{0} takes {1}, attempt {2}", reader, delivery.message(), delivery.attempt());
        Inbox.Outcome outcome = Inbox.Outcome.DIED;
        try {
            outcome = new Inbox(reader, queue.name, queue.consumer).receive(delivery.message());
        } finally {
            queue.busy--;
            settle(delivery, outcome);
        }
    }

    private void settle(Delivery delivery, Inbox.Outcome outcome) {
        switch (outcome) {
            case TAKEN -> {
                if (world.faults().strikes(Fault.ACKNOWLEDGEMENT_LOST)) {
                    again(delivery, delivery.attempt());
                } else {
                    delivery.queue().messages--;
                }
            }
            case DIED, HELD_BY_OTHER -> again(delivery, delivery.attempt());
            case FAILED -> failed(delivery);
        }
    }

    private void failed(Delivery delivery) {
        if (delivery.attempt() < ATTEMPTS) {
            again(delivery, delivery.attempt() + 1);
            return;
        }
        world.tell("{0} is a dead letter of {1}", delivery.message(), delivery.queue().name);
        delivery.queue().messages--;
        delivery.queue().deadLetters.add(delivery.message());
    }

    private void again(Delivery delivery, int attempt) {
        int pause = Math.min(FIRST_PAUSE_MILLIS << Math.min(attempt, ATTEMPTS), LONGEST_PAUSE_MILLIS);
        deliverAfter(pause, new Delivery(delivery.queue(), delivery.message(), attempt));
    }

    /** Staff has all dead letters delivered again. */
    public void resendDeadLetters() {
        for (Queue queue : queues.values()) {
            List<Message> letters = List.copyOf(queue.deadLetters);
            queue.deadLetters.clear();
            letters.forEach(letter -> put(queue, letter));
        }
    }

    /** In all queues, or being taken in. */
    public int messages() {
        return queues.values().stream().mapToInt(queue -> queue.messages).sum();
    }

    public List<Message> deadLetters() {
        return queues.values().stream()
                .flatMap(queue -> queue.deadLetters.stream())
                .toList();
    }

    private boolean isAway() {
        return now() < awayUntilMillis;
    }

    private long now() {
        return world.scheduler().nowMillis();
    }
}
