package com.mypay.platform.broker;

import static com.mypay.platform.broker.Topology.OPERATOR;
import static com.mypay.platform.broker.Topology.STATUS_TOPIC;

import com.mypay.platform.broker.Topology.Address;
import com.mypay.platform.broker.Topology.Queue;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.DivertConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.ComponentConfigurationRoutingType;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** Turns the {@link Topology} into Artemis' configuration: durable, limited, with permissions per address. */
final class BrokerSettings {
    static final String ACCEPTOR = "amqp";

    /** A message that can't be consumed goes to its queue's dead-letter queue after so many attempts. */
    static final int DELIVERY_ATTEMPTS = 5;

    /** The first pause before a message is delivered again; it doubles each time, up to the longest. */
    private static final int REDELIVERY_DELAY_MILLIS = 200;

    private static final int LONGEST_REDELIVERY_DELAY_MILLIS = 5_000;

    /** A queue that holds so much refuses more: the sender keeps its messages and tries again later. */
    private static final long QUEUE_LIMIT_MESSAGES = 50_000;

    private static final long QUEUE_LIMIT_BYTES = 48L << 20;

    /**
     * A queue of log lines is full much sooner: what it refuses waits in the sender's spool on disk. Nine of them, at
     * midnight and with the database away, leave the business more than a third of the memory.
     */
    private static final long LOG_QUEUE_LIMIT_BYTES = 8L << 20;

    /** Of log messages, which have hundreds of lines each; the reader knows each line by its number anyway. */
    private static final int LOG_DUPLICATE_IDS = 500;

    /** All queues together; the process has 256 MB of heap. */
    private static final long BROKER_LIMIT_BYTES = 128L << 20;

    /** Beyond so much in memory dead letters lie in page files: they are never refused. */
    private static final long DEAD_LETTERS_IN_MEMORY_BYTES = 2L << 20;

    private static final int PAGE_BYTES = 1 << 20;

    /** The ids of the last messages of each address, by which a message sent twice is dropped. */
    private static final int DUPLICATE_IDS = 20_000;

    /** Below so much free disk nothing more is accepted, rather than a journal that can't be written. */
    private static final long LEAST_FREE_DISK_BYTES = 100L << 20;

    private static final String EVERYTHING = "#";

    private BrokerSettings() {}

    static Configuration of(Path directory, int port) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("mypay")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(directory.resolve("journal").toString())
                .setBindingsDirectory(directory.resolve("bindings").toString())
                .setLargeMessagesDirectory(directory.resolve("large-messages").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setJournalDatasync(true)
                .setPersistIDCache(true)
                .setIDCacheSize(DUPLICATE_IDS)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .setMessageCounterEnabled(false)
                .setGlobalMaxSize(BROKER_LIMIT_BYTES)
                .setMinDiskFree(LEAST_FREE_DISK_BYTES)
                .setGracefulShutdownEnabled(false);
        configuration.addAcceptorConfiguration(
                ACCEPTOR,
                "tcp://127.0.0.1:" + port
                        + "?protocols=AMQP;useEpoll=false;useKQueue=false;amqpDuplicateDetection=true");
        configuration.addAddressSetting(EVERYTHING, closed());
        configuration.putSecurityRoles(EVERYTHING, Set.of());
        for (Address address : Topology.addresses()) {
            if (address.isFanOut()) {
                addFanOut(configuration, address);
            }
            for (Queue queue : address.queues()) {
                addQueue(configuration, queue, address.isFanOut() ? Set.of() : address.senders());
            }
        }
        addStatusTopic(configuration);
        return configuration;
    }

    /** Whatever isn't said otherwise: nothing is created or deleted on demand, and what is full refuses. */
    private static AddressSettings closed() {
        return new AddressSettings()
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoDeleteCreatedQueues(false)
                .setAutoDeleteAddresses(false)
                .setAutoCreateDeadLetterResources(false)
                .setAutoCreateExpiryResources(false)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL)
                .setMaxSizeBytes(QUEUE_LIMIT_BYTES)
                .setMaxSizeMessages(QUEUE_LIMIT_MESSAGES)
                .setMaxDeliveryAttempts(DELIVERY_ATTEMPTS)
                .setRedeliveryDelay(REDELIVERY_DELAY_MILLIS)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(LONGEST_REDELIVERY_DELAY_MILLIS)
                .setNoExpiry(true);
    }

    private static AddressSettings limited(Queue queue) {
        return queue.receiver().equals(Topology.LOGS)
                ? closed().setMaxSizeBytes(LOG_QUEUE_LIMIT_BYTES).setIDCacheSize(LOG_DUPLICATE_IDS)
                : closed();
    }

    /**
     * Exclusive diverts copy each message to the address of every queue, in one transaction. The queue of the fan-out's
     * own name stays empty: a sender over AMQP is let in only where a queue is.
     */
    private static void addFanOut(Configuration configuration, Address address) {
        define(configuration, address.name());
        for (Queue queue : address.queues()) {
            configuration.addDivertConfiguration(new DivertConfiguration()
                    .setName(address.name() + "-to-" + queue.name())
                    .setRoutingName(address.name() + "-to-" + queue.name())
                    .setAddress(address.name())
                    .setForwardingAddress(queue.name())
                    .setExclusive(true)
                    .setRoutingType(ComponentConfigurationRoutingType.ANYCAST));
        }
        Set<Role> roles = new HashSet<>();
        address.senders().forEach(sender -> roles.add(may(sender, true, false)));
        configuration.putSecurityRoles(address.name(), roles);
    }

    private static void addQueue(Configuration configuration, Queue queue, Set<String> senders) {
        define(configuration, queue.name());
        define(configuration, queue.deadLetterQueue());
        configuration.addAddressSetting(
                queue.name(), limited(queue).setDeadLetterAddress(SimpleString.of(queue.deadLetterQueue())));
        // A dead letter that is taken and given back stays where it is, however often.
        configuration.addAddressSetting(
                queue.deadLetterQueue(),
                closed().setMaxDeliveryAttempts(-1)
                        .setRedeliveryDelay(0)
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                        .setMaxSizeMessages(-1)
                        .setMaxSizeBytes(DEAD_LETTERS_IN_MEMORY_BYTES)
                        .setPageSizeBytes(PAGE_BYTES));

        Set<Role> roles = new HashSet<>();
        senders.forEach(sender -> roles.add(may(sender, true, false)));
        // The reader and the operator may also send: that is how a dead letter is sent again to this queue alone.
        roles.add(may(queue.receiver(), true, true));
        roles.add(mayBrowseAndSend(OPERATOR));
        configuration.putSecurityRoles(queue.name(), roles);
        configuration.putSecurityRoles(
                queue.deadLetterQueue(), Set.of(may(queue.receiver(), false, true), may(OPERATOR, false, true)));
    }

    /** A topic: each reader gets the next counts in a subscription that ends with its connection. */
    private static void addStatusTopic(Configuration configuration) {
        configuration.addAddressConfiguration(
                new CoreAddressConfiguration().setName(STATUS_TOPIC).addRoutingType(RoutingType.MULTICAST));
        // A reader that stopped reading holds the newest counts and no others.
        configuration.addAddressSetting(STATUS_TOPIC, closed().setDefaultRingSize(1));
        Set<Role> roles = new HashSet<>();
        Topology.accounts().forEach(account -> roles.add(maySubscribe(account)));
        configuration.putSecurityRoles(STATUS_TOPIC, roles);
    }

    private static void define(Configuration configuration, String queue) {
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(queue)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(queue)
                        .setAddress(queue)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true)));
    }

    // A role has its account's name. Managing, creating and deleting what stays are nobody's.

    private static Role may(String account, boolean send, boolean read) {
        return role(account, send, read, read, false);
    }

    private static Role mayBrowseAndSend(String account) {
        return role(account, true, false, true, false);
    }

    private static Role maySubscribe(String account) {
        return role(account, false, true, false, true);
    }

    private static Role role(String account, boolean send, boolean consume, boolean browse, boolean subscribe) {
        return new Role(
                account, send, consume, false, false, subscribe, subscribe, false, browse, false, false, false, false);
    }
}
