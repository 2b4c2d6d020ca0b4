package com.mypay.framework.housekeeping;

import com.mypay.framework.context.Guid;
import com.mypay.framework.messaging.DeadLetters;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes rows of {@code QUEUE_LOG} and {@code COMMAND_REQUEST} that nobody needs any more, {@value #CHUNK} keys at a time,
 * each in a transaction of its own: nobody waits for it, because nobody changes finished rows. What may be removed is decided
 * over all services, by whoever calls (the job {@code purge-finished}):
 *
 * <ul>
 *   <li><b>Messages</b> are counted against each other by sender and receivers. So they go by their GUID, which is the same
 *       on all sides: all below the smallest GUID of a message that is not finished everywhere, for as long as messages are
 *       kept ({@link #oldestUnfinishedMessage}).
 *   <li><b>Request ids</b> of members, shops and staff are remembered for as long as requests are kept; a command that is
 *       repeated later is a new one. Those of services have to be there for as long as the service may repeat them, which it
 *       does until its own process ends: they go only if they are older than all work that is open anywhere ({@link
 *       #oldestOpenWork}). A request that is running is never removed.
 * </ul>
 */
@ApplicationScoped
public class FinishedRows {

    /** Rows that are looked at, and at most removed, in one transaction. */
    static final int CHUNK = 1_000;

    private static final String OLDEST_MESSAGE =
            "SELECT MIN(GUID) AS GUID FROM QUEUE_LOG WHERE STATUS <> 'DONE' OR PROCESSED_TIMESTAMP >= ?";
    private static final String OLDEST_REQUEST =
            "SELECT MIN(CREATED_TIMESTAMP) AS CREATED FROM COMMAND_REQUEST WHERE STATUS = 'RUNNING'";
    private static final String LAST_MESSAGE =
            "SELECT MAX(MESSAGE_ID) AS LAST_ID FROM (SELECT MESSAGE_ID FROM QUEUE_LOG"
                    + " WHERE DIRECTION = ? AND MESSAGE_ID > ? ORDER BY MESSAGE_ID FETCH FIRST " + CHUNK
                    + " ROWS ONLY)";
    private static final String PURGE_MESSAGES = "DELETE FROM QUEUE_LOG WHERE DIRECTION = ? AND MESSAGE_ID > ?"
            + " AND MESSAGE_ID <= ? AND STATUS = 'DONE' AND PROCESSED_TIMESTAMP < ? AND GUID < ?";
    private static final String LAST_REQUEST = "SELECT MAX(REQUEST_ID) AS LAST_ID FROM (SELECT REQUEST_ID"
            + " FROM COMMAND_REQUEST WHERE REQUEST_ID > ? ORDER BY REQUEST_ID FETCH FIRST " + CHUNK + " ROWS ONLY)";
    private static final String PURGE_REQUESTS = "DELETE FROM COMMAND_REQUEST WHERE REQUEST_ID > ? AND REQUEST_ID <= ?"
            + " AND STATUS = 'DONE' AND ((CALLER NOT LIKE 'service/%' AND CREATED_TIMESTAMP < ?)"
            + " OR (CALLER LIKE 'service/%' AND CREATED_TIMESTAMP < ?))";

    /** Below every key. */
    private static final String FROM_THE_FIRST = " ";

    private final Jdbc jdbc;
    private final Transactions transactions;
    private final Supplier<Set<String>> deadLetters;
    private final Supplier<Optional<Instant>> openWork;

    @Inject
    public FinishedRows(Jdbc jdbc, Transactions transactions, DeadLetters deadLetters, Instance<OpenWork> openWork) {
        this(
                jdbc,
                transactions,
                deadLetters::guids,
                () -> openWork.stream()
                        .map(OpenWork::oldest)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder()));
    }

    FinishedRows(
            Jdbc jdbc,
            Transactions transactions,
            Supplier<Set<String>> deadLetters,
            Supplier<Optional<Instant>> openWork) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.openWork = openWork;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FinishedRows() {
        this(null, null, (Supplier<Set<String>>) null, (Supplier<Optional<Instant>>) null);
    }

    /** Which way a message went. */
    public enum Direction {
        IN,
        OUT
    }

    /**
     * @param removed how many rows
     * @param last the last key that was looked at, where to go on behind; {@code null} at the end
     */
    public record Purged(int removed, @Nullable String last) {}

    /**
     * The smallest GUID of a message that waits, is a dead letter, or was finished later than that.
     *
     * @param before finished earlier, it is not needed here any more
     */
    public Optional<String> oldestUnfinishedMessage(Instant before) {
        Optional<String> kept = transactions.inTransaction(() ->
                jdbc.query(OLDEST_MESSAGE, row -> Optional.ofNullable(row.getString("GUID")), before).stream()
                        .flatMap(Optional::stream)
                        .findFirst());
        Stream<String> dead = deadLetters.get().stream().filter(Guid::isWellFormed);
        return Stream.concat(kept.stream(), dead).min(Comparator.naturalOrder());
    }

    /** When the oldest command or process that may ask other services again was begun. */
    public Optional<Instant> oldestOpenWork() {
        Optional<Instant> running = transactions.inTransaction(() ->
                jdbc.query(OLDEST_REQUEST, row -> Optional.ofNullable(Jdbc.instant(row, "CREATED"))).stream()
                        .flatMap(Optional::stream)
                        .findFirst());
        return Stream.concat(running.stream(), openWork.get().stream()).min(Comparator.naturalOrder());
    }

    /**
     * One chunk of messages. May be called twice.
     *
     * @param before only what was finished earlier
     * @param beforeGuid only what has a smaller one: see {@link #oldestUnfinishedMessage}, of all services
     * @param after the last key of the chunk before; {@code null} for the first
     */
    public Purged purgeMessages(Direction direction, Instant before, String beforeGuid, @Nullable String after) {
        return chunk(
                after,
                LAST_MESSAGE,
                new Object[] {direction.name()},
                (from, to) -> jdbc.update(PURGE_MESSAGES, direction.name(), from, to, before, beforeGuid));
    }

    /**
     * One chunk of request ids. May be called twice.
     *
     * @param before only what came earlier
     * @param servicesBefore of services' requests only what came earlier than that, too: see {@link #oldestOpenWork}, of
     *     all services
     * @param after the last key of the chunk before; {@code null} for the first
     */
    public Purged purgeRequests(Instant before, Instant servicesBefore, @Nullable String after) {
        Instant ofServices = servicesBefore.isBefore(before) ? servicesBefore : before;
        return chunk(
                after,
                LAST_REQUEST,
                new Object[0],
                (from, to) -> jdbc.update(PURGE_REQUESTS, from, to, before, ofServices));
    }

    @FunctionalInterface
    private interface Removal {
        int remove(String from, String to);
    }

    private Purged chunk(@Nullable String after, String lastKey, Object[] parameters, Removal removal) {
        String from = after == null ? FROM_THE_FIRST : after;
        @Nullable Object[] keys = Stream.concat(Stream.of(parameters), Stream.of(from)).toArray();
        return transactions.inTransaction(() -> {
            Optional<String> last =
                    jdbc.query(lastKey, row -> Optional.ofNullable(row.getString("LAST_ID")), keys).stream()
                            .flatMap(Optional::stream)
                            .findFirst();
            return last.map(to -> new Purged(removal.remove(from, to), to)).orElseGet(() -> new Purged(0, null));
        });
    }
}
