package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.platform.broker.Topology;
import com.mypay.platform.broker.Topology.Address;
import com.mypay.platform.broker.Topology.Queue;
import com.mypay.systemtests.kit.Audits;
import com.mypay.systemtests.kit.BrokerQueues;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.OutsideClient;
import com.mypay.systemtests.kit.OutsideClient.Taken;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.Remittances;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import com.mypay.systemtests.kit.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody who has a service's account at the broker and speaks AMQP with a library of its own: what it sends is taken
 * as the contracts say or becomes a dead letter, and where the account has no business it is refused.
 */
@ExtendWith(SharedInstallation.class)
class OutsideClientIT {

    /** What the ids of messages begin with that only this test sends. */
    private static final String OURS = "outside-";

    private static final Duration LONGEST_DYING = Duration.ofMinutes(3);
    private static final String LOGS = "log.";

    private final RunningInstallation mypay;
    private final Messages messages;
    private final BrokerQueues queues;

    OutsideClientIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.messages = new Messages(mypay);
        this.queues = new BrokerQueues(mypay);
    }

    /** To every queue, by every account that may send there: nothing of it is taken, and nothing else happens. */
    @Test
    void whatBreaksTheContractsIsADeadLetterAndNothingElseHappens() {
        messages.awaitAllArrived();
        Map<String, Long> before = effects();
        Map<String, Set<String>> sent = new TreeMap<>();
        for (Address address : ofTheBusiness()) {
            for (String account : address.senders()) {
                try (OutsideClient outside = OutsideClient.as(mypay, account)) {
                    for (Poison poison : Poison.values()) {
                        String id = OURS + UUID.randomUUID();
                        assertThat(outside.send(address.name(), id, poison.type(address), poison.body()))
                                .isEqualTo(Taken.ACCEPTED);
                        address.queues().stream()
                                .filter(queue -> !poison.isPassedOverBy(queue))
                                .forEach(queue -> sent.computeIfAbsent(queue.name(), none -> new TreeSet<>())
                                        .add(id));
                    }
                }
            }
        }
        try {
            await("all of them are dead")
                    .atMost(LONGEST_DYING)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(deadLetters()).isEqualTo(sent));
            assertThat(effects()).isEqualTo(before);
            new Audits(mypay).assertAllOk();
        } finally {
            ofTheBusiness().stream()
                    .flatMap(address -> address.queues().stream())
                    .forEach(queue -> queues.clearDeadLetters(queue.name()));
            // No service has sent them, so none may have received them: banking notes what it tries to do, settlement
            // what it has passed over
            Stream.of("banking", "settlement")
                    .forEach(service -> new Sql(mypay, service)
                            .execute("DELETE FROM QUEUE_LOG WHERE MESSAGE_ID LIKE '" + OURS + "%'"));
        }
    }

    /** A log takes in what it can't read, and puts it aside: it has no effect, and is no dead letter. */
    private static List<Address> ofTheBusiness() {
        return Topology.addresses().stream()
                .filter(address -> !address.name().startsWith(LOGS))
                .toList();
    }

    /** The ids of those of this test that are dead, by queue. */
    private Map<String, Set<String>> deadLetters() {
        Map<String, Set<String>> ids = new TreeMap<>();
        ofTheBusiness().stream()
                .flatMap(address -> address.queues().stream())
                .map(Queue::receiver)
                .distinct()
                .flatMap(receiver -> messages.deadLetters(receiver).stream())
                .filter(letter -> letter.getString("messageId").startsWith(OURS))
                .forEach(letter -> ids.computeIfAbsent(letter.getString("queue"), none -> new TreeSet<>())
                        .add(letter.getString("messageId")));
        return ids;
    }

    /** What can be wrong about a message. */
    private enum Poison {
        NO_JSON,
        OTHER_JSON,
        NO_TEXT,
        UNKNOWN_VERSION,
        UNKNOWN_TYPE;

        /** Settlement doesn't read what is told of members. */
        private boolean isPassedOverBy(Queue queue) {
            return queue.name().equals("settlement.membership-events") && (this == NO_JSON || this == OTHER_JSON);
        }

        private Object body() {
            return switch (this) {
                case NO_JSON -> "<message/>";
                case NO_TEXT -> new byte[] {1, 2, 3};
                case OTHER_JSON, UNKNOWN_VERSION, UNKNOWN_TYPE ->
                    json("nothing", "of it").toString();
            };
        }

        private String type(Address address) {
            return switch (this) {
                case UNKNOWN_VERSION ->
                    A_TYPE_OF.getOrDefault(address.name(), "?").replace(".v1", ".v9");
                case UNKNOWN_TYPE -> "coffee-wanted.v1";
                case NO_JSON, OTHER_JSON, NO_TEXT -> A_TYPE_OF.getOrDefault(address.name(), "?");
            };
        }
    }

    /** Where what messages do is to be seen. */
    private static final Map<String, List<String>> TABLES = Map.of(
            "banking", List.of("FIRMBANKING", "FIRMBANKING_HISTORY"),
            "money", List.of("MEMBER_MONEY", "ENTRY", "HOLD", "CHARGE"),
            "remittance", List.of("PARTNER", "REMITTANCE_HISTORY"),
            "payment", List.of("PARTNER"),
            "settlement", List.of("FRANCHISE", "SLIP", "PAYOUT_HISTORY"));

    private static final Map<String, String> A_TYPE_OF = Map.of(
            "membership.events", "member-changed.v1",
            "banking.firmbanking-requests", "firmbanking-requested.v1",
            "money.firmbanking-results", "firmbanking-result.v1",
            "settlement.firmbanking-results", "firmbanking-result.v1",
            "remittance.firmbanking-results", "firmbanking-result.v1",
            "money.remittance-commands", "hold-money.v1",
            "remittance.money-replies", "money-command-answered.v1",
            "money.ledger-entries", "cycle-settled.v1",
            "payment.slips", "slip-issued.v1");

    @Test
    void everyAddressIsTried() {
        assertThat(A_TYPE_OF.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ofTheBusiness().stream().map(Address::name).toList());
    }

    /** A copy of a command that was carried out, sent again and again. */
    @Test
    void aDuplicateHasNoSecondEffect() throws SQLException {
        Member sender = mypay.people().aMember().withMoney(30_000).signedUp();
        Member payee = mypay.people().aMember().signedUp();
        Remittances remittances = new Remittances(mypay);
        String id = remittances.send(sender, payee, 10_000);
        remittances.awaitStatus(sender, id, "SUCCEEDED");
        messages.awaitAllArrived();
        Map<String, Long> before = effects();

        Sent transfer = transferOf(id);
        try (OutsideClient outside = OutsideClient.as(mypay, "remittance")) {
            for (int i = 0; i < 3; i++) {
                assertThat(outside.send(
                                "money.remittance-commands",
                                transfer.messageId(),
                                "transfer-money.v1",
                                transfer.payload()))
                        .isEqualTo(Taken.ACCEPTED);
            }
        }

        await("they are consumed")
                .atMost(LONGEST_DYING)
                .until(() -> queues.messagesIn("money.remittance-commands") == 0);
        assertThat(effects()).isEqualTo(before);
        assertThat(mypay.people().balanceWon(sender.id())).isEqualTo(20_000);
        assertThat(mypay.people().balanceWon(payee.id())).isEqualTo(10_000);
        new Audits(mypay).assertAllOk();
    }

    @Test
    void everyAccountIsRefusedWhereItHasNoBusiness() {
        for (String account : Topology.accounts()) {
            if (account.equals(Topology.OPERATOR)) {
                continue;
            }
            try (OutsideClient outside = OutsideClient.as(mypay, account)) {
                for (Address address : Topology.addresses()) {
                    if (!mayWrite(account, address)) {
                        assertThat(outside.send(address.name(), "outside-forged", "x", "{}"))
                                .as("%s sends to %s", account, address.name())
                                .isEqualTo(Taken.REFUSED);
                    }
                }
                for (Queue queue : queues()) {
                    boolean own = queue.receiver().equals(account);
                    assertThat(outside.mayRead(queue.name()))
                            .as("%s reads %s", account, queue.name())
                            .isEqualTo(own);
                    assertThat(outside.mayRead(queue.deadLetterQueue()))
                            .as("%s reads the dead letters of %s", account, queue.name())
                            .isEqualTo(own);
                }
                assertThat(outside.send("activemq.management", "outside-forged", "x", "{}"))
                        .isEqualTo(Taken.REFUSED);
                assertThat(outside.send("made.up", "outside-forged", "x", "{}")).isEqualTo(Taken.REFUSED);
            }
        }
    }

    @Test
    void nobodyGetsInWithAnotherPassword() {
        for (String account : Set.of("remittance", "money", "operator")) {
            assertThat(OutsideClient.getsInWithPassword(mypay, account, "guess"))
                    .isFalse();
        }
        assertThat(OutsideClient.getsInWithPassword(mypay, "nobody", mypay.secret("broker.money")))
                .isFalse();
    }

    /** Of the logs' 93, which are made alike, the first and the last. */
    private static List<Queue> queues() {
        return Topology.queues().stream()
                .filter(queue -> !queue.name().startsWith(LOGS) || queue.name().matches("log.(image.d01|error.d31)"))
                .toList();
    }

    /** The reader of a queue may put a dead letter back there; of a fan-out it reads only its own copy. */
    private static boolean mayWrite(String account, Address address) {
        return address.senders().contains(account)
                || (!address.isFanOut() && address.queues().get(0).receiver().equals(account));
    }

    /** A message as it was sent. */
    private record Sent(String messageId, String payload) {}

    private Sent transferOf(String remittanceId) throws SQLException {
        try (Connection connection = new Sql(mypay, "remittance").connect();
                PreparedStatement statement = connection.prepareStatement("SELECT MESSAGE_ID, PAYLOAD FROM QUEUE_LOG"
                        + " WHERE DIRECTION = 'OUT' AND MESSAGE_TYPE = 'transfer-money.v1' AND PAYLOAD LIKE ?")) {
            statement.setString(1, "%" + remittanceId + "%");
            ResultSet row = statement.executeQuery();
            assertThat(row.next()).as("the command of %s", remittanceId).isTrue();
            return new Sent(row.getString(1), row.getString(2));
        }
    }

    /** What messages lead to: what each service says to others, and the rows of what it does. */
    private Map<String, Long> effects() {
        Map<String, Long> effects = new TreeMap<>();
        for (String service : RunningInstallation.SERVICES) {
            long said = messages.counts(service)
                    .filter(count -> count.getString("direction").equals("OUT"))
                    .mapToLong(count -> count.getJsonNumber("messages").longValue())
                    .sum();
            effects.put(service + " says", said);
        }
        TABLES.forEach((service, tables) ->
                tables.forEach(table -> effects.put(service + "." + table, new Sql(mypay, service).count(table))));
        return effects;
    }
}
