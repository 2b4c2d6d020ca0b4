package com.mypay.platform.broker;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every address and queue of MyPay, who sends and who reads: the one table that the broker is configured from.
 * Nothing else exists in the broker, and nothing is created on demand.
 */
public final class Topology {
    /** The account of operators: browses and counts every queue, reads and sends again dead letters. */
    public static final String OPERATOR = "operator";

    /**
     * The topic that tells the counts of all queues, four times a second (see {@link StatusPublisher}). Every account
     * may subscribe, without a durable subscription.
     */
    public static final String STATUS_TOPIC = "broker.status";

    /** What follows a queue's name in the name of its dead-letter queue. */
    public static final String DEAD_LETTER_SUFFIX = ".dlq";

    /**
     * A queue with its one reader.
     *
     * @param name what a consumer connects to
     * @param receiver the only account that reads it, and its dead-letter queue
     */
    public record Queue(String name, String receiver) {
        public String deadLetterQueue() {
            return name + DEAD_LETTER_SUFFIX;
        }
    }

    /**
     * Where senders send to.
     *
     * @param name either the name of the one queue behind it, or, with several, that of the fan-out that copies each
     *     message into all of them
     */
    public record Address(String name, Set<String> senders, List<Queue> queues) {
        /** Each queue of a fan-out is an address of its own that gets a copy: with its own limit and dead letters. */
        public boolean isFanOut() {
            return !(queues.size() == 1 && queues.get(0).name().equals(name));
        }
    }

    /** The account that reads the logs of all others. */
    static final String LOGS = "logs";

    private static final Set<String> SERVICES =
            Set.of("membership", "banking", "money", "remittance", "payment", "settlement", LOGS);

    private static final List<String> LOG_KINDS = List.of("image", "business", "error");
    private static final int DAYS = 31;

    private static final List<Address> ADDRESSES = withLogs(List.of(
            fanOut(
                    "membership.events",
                    "membership",
                    new Queue("money.membership-events", "money"),
                    new Queue("payment.membership-events", "payment"),
                    new Queue("settlement.membership-events", "settlement"),
                    new Queue("remittance.membership-events", "remittance")),
            queue("banking.firmbanking-requests", Set.of("money", "remittance", "settlement"), "banking"),
            queue("money.firmbanking-results", Set.of("banking"), "money"),
            queue("settlement.firmbanking-results", Set.of("banking"), "settlement"),
            queue("money.remittance-commands", Set.of("remittance"), "money"),
            queue("remittance.money-replies", Set.of("money"), "remittance"),
            queue("remittance.firmbanking-results", Set.of("banking"), "remittance"),
            queue("money.ledger-entries", Set.of("settlement"), "money"),
            fanOut("payment.slips", "payment", new Queue("settlement.slips", "settlement"))));

    private Topology() {}

    public static List<Address> addresses() {
        return ADDRESSES;
    }

    public static List<Queue> queues() {
        List<Queue> queues = new ArrayList<>();
        ADDRESSES.forEach(address -> queues.addAll(address.queues()));
        return List.copyOf(queues);
    }

    /** Every account of the broker: each service that sends or reads, and the operator. */
    public static Set<String> accounts() {
        Set<String> accounts = new LinkedHashSet<>();
        for (Address address : ADDRESSES) {
            accounts.addAll(address.senders());
            address.queues().forEach(queue -> accounts.add(queue.receiver()));
        }
        accounts.add(OPERATOR);
        return accounts;
    }

    /** A queue for each log and day of the month: {@code log.image.d01}. Every service sends, one reads. */
    private static List<Address> withLogs(List<Address> others) {
        List<Address> all = new ArrayList<>(others);
        for (String kind : LOG_KINDS) {
            for (int day = 1; day <= DAYS; day++) {
                all.add(queue("log.%s.d%02d".formatted(kind, day), SERVICES, LOGS));
            }
        }
        return List.copyOf(all);
    }

    private static Address fanOut(String name, String sender, Queue... queues) {
        return new Address(name, Set.of(sender), List.of(queues));
    }

    private static Address queue(String name, Set<String> senders, String receiver) {
        return new Address(name, senders, List.of(new Queue(name, receiver)));
    }
}
