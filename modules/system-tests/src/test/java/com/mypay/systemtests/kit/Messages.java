package com.mypay.systemtests.kit;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The messages between the services, as staff sees them. */
public final class Messages {

    private static final Duration LONGEST_WAY = Duration.ofMinutes(3);

    private final RunningInstallation mypay;

    public Messages(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    /** How many messages a service has written for a destination. */
    public long written(String service, String destination) {
        return counts(service)
                .filter(count -> count.getString("direction").equals("OUT"))
                .filter(count -> count.getString("destination").equals(destination))
                .mapToLong(count -> count.getJsonNumber("messages").longValue())
                .sum();
    }

    public Stream<JsonObject> counts(String service) {
        return mypay.client()
                .asOperator()
                .get("/" + service + "/adm/v1/find/message-counts")
                .is(200)
                .items("messages");
    }

    public List<JsonObject> deadLetters(String service) {
        return mypay.client()
                .asOperator()
                .get("/" + service + "/adm/v1/find/dead-letters")
                .is(200)
                .items("items")
                .toList();
    }

    /** Waits until nothing is on its way between the services. */
    public void awaitAllArrived() {
        await("no message is on its way").atMost(LONGEST_WAY).until(() -> onTheirWay() == 0);
        await("what was sent has been received").atMost(LONGEST_WAY).untilAsserted(this::assertAllReceived);
    }

    private void assertAllReceived() {
        long sent = doneBy("payment", "OUT", "payment.slips");
        long received = doneBy("settlement", "IN", "settlement.slips");
        org.assertj.core.api.Assertions.assertThat(received).isGreaterThanOrEqualTo(sent);
        org.assertj.core.api.Assertions.assertThat(doneBy("banking", "IN", "banking.firmbanking-requests"))
                .isGreaterThanOrEqualTo(doneBy("money", "OUT", "banking.firmbanking-requests"));
    }

    private long doneBy(String service, String direction, String destination) {
        return counts(service)
                .filter(count -> count.getString("direction").equals(direction))
                .filter(count -> count.getString("destination").equals(destination))
                .filter(count -> count.getString("status").equals("DONE"))
                .mapToLong(count -> count.getJsonNumber("messages").longValue())
                .sum();
    }

    private long onTheirWay() {
        return RunningInstallation.SERVICES.stream()
                .flatMap(this::counts)
                .filter(count -> !count.getString("status").equals("DONE"))
                .mapToLong(count -> count.getJsonNumber("messages").longValue())
                .sum();
    }
}
