package com.mypay.framework.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.housekeeping.FinishedRows.Direction;
import com.mypay.framework.housekeeping.FinishedRows.Purged;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.fake.MutableClock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the real tables, with the service's own rights. */
class FinishedRowsTest {

    private static final String OLD = "0".repeat(31) + "1";
    private static final String YOUNG = "0".repeat(31) + "7";
    private static final String ALL = "f".repeat(32);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("MONEY");

    private final Instant horizon = MutableClock.inSeoul("2026-03-02T03:00").instant();
    private final Instant before = horizon.minusSeconds(1);
    private final Set<String> deadLetters = new HashSet<>();
    private Optional<Instant> openWork = Optional.empty();
    private final FinishedRows rows =
            new FinishedRows(DATABASE.jdbc(), DATABASE.transactions(), () -> deadLetters, () -> openWork);

    private void message(String id, String direction, String status, @Nullable Instant processed, String guid) {
        DATABASE.transactions()
                .inTransaction(() -> DATABASE.jdbc()
                        .update(
                                "INSERT INTO QUEUE_LOG (MESSAGE_ID, DIRECTION, SEQUENCE_NO, DESTINATION, MESSAGE_TYPE,"
                                        + " PAYLOAD, GUID, HOP, STATUS, CREATED_TIMESTAMP, PROCESSED_TIMESTAMP)"
                                        + " VALUES (?, ?, 1, 'd', 't', '{}', ?, 1, ?, ?, ?)",
                                id,
                                direction,
                                guid,
                                status,
                                before,
                                processed));
    }

    private void request(String id, String caller, String status, Instant created) {
        DATABASE.transactions()
                .inTransaction(() -> DATABASE.jdbc()
                        .update(
                                "INSERT INTO COMMAND_REQUEST (CALLER, OPERATION, REQUEST_ID, CONTENT_HASH, STATUS, GUID,"
                                        + " LEASE_UNTIL, CREATED_TIMESTAMP) VALUES (?, 'pay', ?, 'h', ?, 'g', ?, ?)",
                                caller,
                                id,
                                status,
                                created,
                                created));
    }

    private static List<String> kept(String column, String table) {
        return DATABASE.transactions()
                .inTransaction(() -> DATABASE.jdbc()
                        .query(
                                "SELECT " + column + " AS ID FROM " + table + " ORDER BY 1",
                                row -> row.getString("ID")));
    }

    @Test
    void aMessageGoesOnceItIsFinishedAndOlderThanAnythingUnfinished() {
        message("finished", "OUT", "DONE", before, OLD);
        message("just-finished", "OUT", "DONE", horizon, OLD);
        message("waits", "OUT", "WAITING", null, OLD);
        message("in-work", "OUT", "PROCESSING", null, OLD);
        message("of-a-later-guid", "OUT", "DONE", before, YOUNG);
        message("came-in", "IN", "DONE", before, OLD);

        assertThat(rows.purgeMessages(Direction.OUT, horizon, YOUNG, null)).isEqualTo(new Purged(1, "waits"));
        assertThat(rows.purgeMessages(Direction.OUT, horizon, YOUNG, "waits")).isEqualTo(new Purged(0, null));

        assertThat(kept("MESSAGE_ID", "QUEUE_LOG"))
                .containsExactly("came-in", "in-work", "just-finished", "of-a-later-guid", "waits");
    }

    @Test
    void aChunkIsNoMoreThanAThousandKeysAndAllChunksAreAll() {
        for (int i = 0; i < FinishedRows.CHUNK + 5; i++) {
            message("m-%05d".formatted(i), "IN", "DONE", before, OLD);
        }
        Purged first = rows.purgeMessages(Direction.IN, horizon, ALL, null);
        assertThat(first).isEqualTo(new Purged(FinishedRows.CHUNK, "m-00999"));
        Purged second = rows.purgeMessages(Direction.IN, horizon, ALL, first.last());
        assertThat(second).isEqualTo(new Purged(5, "m-01004"));
        assertThat(rows.purgeMessages(Direction.IN, horizon, ALL, first.last()))
                .as("the same again")
                .isEqualTo(new Purged(0, null));
        assertThat(kept("MESSAGE_ID", "QUEUE_LOG")).isEmpty();
    }

    @Test
    void whatWaitsIsInWorkWasFinishedLateOrIsADeadLetterIsUnfinished() {
        assertThat(rows.oldestUnfinishedMessage(horizon)).isEmpty();
        message("finished", "IN", "DONE", before, OLD);
        assertThat(rows.oldestUnfinishedMessage(horizon)).isEmpty();
        message("late", "IN", "DONE", horizon, "9".repeat(32));
        assertThat(rows.oldestUnfinishedMessage(horizon)).contains("9".repeat(32));
        message("waits", "OUT", "WAITING", null, "8".repeat(32));
        assertThat(rows.oldestUnfinishedMessage(horizon)).contains("8".repeat(32));
        deadLetters.add("no guid");
        deadLetters.add(YOUNG);
        assertThat(rows.oldestUnfinishedMessage(horizon)).contains(YOUNG);
    }

    @Test
    void anAnsweredRequestIdGoesARunningOneNever() {
        request("answered", "member/1", "DONE", before);
        request("young", "member/1", "DONE", horizon);
        request("running", "member/1", "RUNNING", before);
        assertThat(rows.purgeRequests(horizon, horizon, null)).isEqualTo(new Purged(1, "young"));
        assertThat(rows.purgeRequests(horizon, horizon, "young")).isEqualTo(new Purged(0, null));
        assertThat(kept("REQUEST_ID", "COMMAND_REQUEST")).containsExactly("running", "young");
    }

    @Test
    void aServicesRequestStaysWhileOlderWorkIsOpen() {
        request("older", "service/payment", "DONE", before.minusSeconds(60));
        request("younger", "service/payment", "DONE", before);
        request("members", "member/1", "DONE", before);
        assertThat(rows.purgeRequests(horizon, before, null).removed()).isEqualTo(2);
        assertThat(kept("REQUEST_ID", "COMMAND_REQUEST")).containsExactly("younger");
        assertThat(rows.purgeRequests(horizon, horizon.plusSeconds(60), null).removed())
                .as("never younger than the others")
                .isEqualTo(1);
    }

    @Test
    void openWorkIsARunningRequestOrWhatTheServiceSaysItself() {
        assertThat(rows.oldestOpenWork()).isEmpty();
        request("answered", "member/1", "DONE", before.minusSeconds(60));
        assertThat(rows.oldestOpenWork()).isEmpty();
        request("running", "member/1", "RUNNING", before);
        assertThat(rows.oldestOpenWork()).contains(before);
        openWork = Optional.of(before.minusSeconds(1));
        assertThat(rows.oldestOpenWork()).contains(before.minusSeconds(1));
    }
}
