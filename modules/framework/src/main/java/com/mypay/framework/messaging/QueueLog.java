package com.mypay.framework.messaging;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.persistence.JdbcException;
import com.mypay.framework.transaction.SqlFailures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rows of {@code QUEUE_LOG} as the relay and the consumers see them. Every method runs inside a transaction. */
@ApplicationScoped
public class QueueLog {

    private static final String WAITING = "SELECT MESSAGE_ID, DESTINATION, MESSAGE_TYPE, PAYLOAD, GUID, HOP"
            + " FROM QUEUE_LOG WHERE STATUS = 'WAITING' AND DIRECTION = 'OUT'";
    private static final String IN_ORDER = " ORDER BY SEQUENCE_NO FETCH FIRST ? ROWS ONLY";
    private static final String SENT = "UPDATE QUEUE_LOG SET STATUS = 'DONE', PROCESSED_STATUS = 'SUCCESS',"
            + " PROCESSED_TIMESTAMP = ?, ATTEMPTS = LEAST(ATTEMPTS + 1, 9999) WHERE DIRECTION = 'OUT' AND MESSAGE_ID = ?";
    private static final String NOT_SENT = "UPDATE QUEUE_LOG SET ATTEMPTS = LEAST(ATTEMPTS + 1, 9999),"
            + " FAILURE_REASON = ? WHERE DIRECTION = 'OUT' AND MESSAGE_ID = ?";
    private static final String FIND_LEASE =
            "SELECT OWNER, LEASE_UNTIL FROM RELAY_LEASE WHERE LEASE_NAME = 'RELAY' FOR UPDATE WAIT 5";
    private static final String INSERT_LEASE =
            "INSERT INTO RELAY_LEASE (LEASE_NAME, OWNER, LEASE_UNTIL) VALUES ('RELAY', ?, ?)";
    private static final String TAKE_LEASE =
            "UPDATE RELAY_LEASE SET OWNER = ?, LEASE_UNTIL = ? WHERE LEASE_NAME = 'RELAY'";
    private static final String FIND_INCOMING_FOR_UPDATE = "SELECT STATUS, LEASE_OWNER, LEASE_UNTIL FROM QUEUE_LOG"
            + " WHERE DIRECTION = 'IN' AND MESSAGE_ID = ? FOR UPDATE WAIT 5";
    private static final String INSERT_INCOMING = "INSERT INTO QUEUE_LOG (MESSAGE_ID, DIRECTION, SEQUENCE_NO,"
            + " DESTINATION, MESSAGE_TYPE, PAYLOAD, GUID, HOP, STATUS, CREATED_TIMESTAMP, PROCESSED_TIMESTAMP,"
            + " PROCESSED_STATUS, LEASE_OWNER, LEASE_UNTIL, ATTEMPTS)"
            + " VALUES (?, 'IN', QUEUE_LOG_SEQ.NEXTVAL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
    private static final String TAKE_OVER = "UPDATE QUEUE_LOG SET LEASE_OWNER = ?, LEASE_UNTIL = ?,"
            + " ATTEMPTS = LEAST(ATTEMPTS + 1, 9999) WHERE DIRECTION = 'IN' AND MESSAGE_ID = ?";
    private static final String CLOSE = "UPDATE QUEUE_LOG SET STATUS = 'DONE', PROCESSED_STATUS = ?,"
            + " PROCESSED_TIMESTAMP = ?, FAILURE_REASON = ?, LEASE_OWNER = NULL, LEASE_UNTIL = NULL"
            + " WHERE DIRECTION = 'IN' AND MESSAGE_ID = ?";
    private static final String RELEASE = "UPDATE QUEUE_LOG SET LEASE_UNTIL = ?, FAILURE_REASON = ?"
            + " WHERE DIRECTION = 'IN' AND MESSAGE_ID = ? AND STATUS = 'PROCESSING'";
    private static final String UNSENT =
            "SELECT COUNT(*) AS MESSAGES FROM QUEUE_LOG WHERE STATUS = 'WAITING' AND DIRECTION = 'OUT'";
    private static final String COUNTS = "SELECT DIRECTION, DESTINATION, STATUS, COUNT(*) AS MESSAGES,"
            + " MIN(MESSAGE_ID) AS FIRST_ID FROM QUEUE_LOG WHERE MESSAGE_ID >= ?"
            + " GROUP BY DIRECTION, DESTINATION, STATUS ORDER BY DIRECTION, DESTINATION, STATUS";

    /** Below every message id. */
    private static final String FROM_THE_FIRST = " ";

    private final Jdbc jdbc;
    private final Clock clock;

    @Inject
    public QueueLog(Jdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected QueueLog() {
        this(null, null);
    }

    /** A committed message on its way to the broker. */
    public record Waiting(
            String id, String destination, String type, String payload, String guid, int hop, String traceparent) {

        public Waiting(String id, String destination, String type, String payload, String guid, int hop) {
            this(id, destination, type, payload, guid, hop, "");
        }

        /** @param header of the span that sends it; empty if there is none */
        Waiting withTraceparent(String header) {
            return new Waiting(id, destination, type, payload, guid, hop, header);
        }
    }

    /** How a claim for an incoming message went. */
    public enum Claim {
        /** Nobody has taken it yet, or who took it is gone: process it. */
        TAKEN,
        /** It was processed before: nothing to do. */
        DONE_BEFORE,
        /** Somebody else is processing it now: let the broker deliver it again later. */
        HELD_BY_OTHER
    }

    /**
     * @param messages how many rows
     * @param firstMessageId the smallest of their ids
     */
    @Schema(name = "MessageCount", description = "Messages of one direction, destination and status")
    public record Count(
            @Schema(description = "OUT: to the broker; IN: from it")
            String direction,

            @Schema(description = "The queue or address", examples = "payment.slips")
            String destination,

            @Schema(description = "WAITING, PROCESSING or DONE")
            String status,

            @Schema(description = "How many") long messages,

            @Schema(description = "The smallest of their message ids: of ids that rise with time the oldest")
            String firstMessageId) {}

    /** @param heldBack destinations that are left out for now */
    List<Waiting> waiting(int atMost, Set<String> heldBack) {
        String others = heldBack.isEmpty()
                ? ""
                : " AND DESTINATION NOT IN (" + String.join(", ", Collections.nCopies(heldBack.size(), "?")) + ")";
        List<@Nullable Object> parameters = new ArrayList<>(heldBack);
        parameters.add(atMost);
        return jdbc.query(
                WAITING + others + IN_ORDER,
                row -> new Waiting(
                        row.getString("MESSAGE_ID"),
                        row.getString("DESTINATION"),
                        row.getString("MESSAGE_TYPE"),
                        row.getString("PAYLOAD"),
                        row.getString("GUID"),
                        row.getInt("HOP")),
                parameters.toArray());
    }

    void sent(List<String> ids) {
        Instant now = clock.instant();
        List<@Nullable Object[]> rows = new ArrayList<>(ids.size());
        for (String id : ids) {
            rows.add(new @Nullable Object[] {now, id});
        }
        jdbc.batch(SENT, rows);
    }

    void notSent(String id, String reason) {
        jdbc.update(NOT_SENT, shortened(reason), id);
    }

    /**
     * Makes this server the only one that relays, or finds that another one does.
     *
     * @return whether the lease is ours
     */
    boolean holdLease(String owner, Duration duration) {
        record Lease(String owner, Instant until) {}
        Instant now = clock.instant();
        Optional<Lease> lease = jdbc.queryOne(
                FIND_LEASE,
                row -> new Lease(row.getString("OWNER"), Objects.requireNonNull(Jdbc.instant(row, "LEASE_UNTIL"))));
        if (lease.isEmpty()) {
            jdbc.update(INSERT_LEASE, owner, now.plus(duration));
            return true;
        }
        boolean othersHold =
                !lease.get().owner().equals(owner) && isHeld(lease.get().until(), now, duration);
        if (!othersHold) {
            jdbc.update(TAKE_LEASE, owner, now.plus(duration));
        }
        return !othersHold;
    }

    /**
     * The row is written as done: it commits together with the message's effect. Nobody looks for it first, because
     * nearly every message comes once; the key tells of the second one.
     */
    Claim claimDone(IncomingMessage message) {
        Instant now = clock.instant();
        try {
            insert(message, "DONE", now, now, "SUCCESS", null, null);
            return Claim.TAKEN;
        } catch (JdbcException e) {
            if (SqlFailures.isUniqueKey(e)) {
                return Claim.DONE_BEFORE;
            }
            throw e;
        }
    }

    /**
     * Locked before it is looked at: of two that find a lapsed lease, the second has to see that the first has taken it.
     *
     * @param owner who isn't processing it: its own lease is what its crash has left
     */
    Claim claimProcessing(IncomingMessage message, String owner, Duration lease) {
        record Row(
                String status,
                @Nullable String owner,
                @Nullable Instant leaseUntil) {}
        Instant now = clock.instant();
        Optional<Row> before = jdbc.queryOne(
                FIND_INCOMING_FOR_UPDATE,
                row -> new Row(row.getString("STATUS"), row.getString("LEASE_OWNER"), Jdbc.instant(row, "LEASE_UNTIL")),
                message.id());
        if (before.isEmpty()) {
            insert(message, "PROCESSING", now, null, null, owner, now.plus(lease));
            return Claim.TAKEN;
        }
        if (before.get().status().equals("DONE")) {
            return Claim.DONE_BEFORE;
        }
        Instant until = before.get().leaseUntil();
        if (!owner.equals(before.get().owner()) && until != null && isHeld(until, now, lease)) {
            return Claim.HELD_BY_OTHER;
        }
        jdbc.update(TAKE_OVER, owner, now.plus(lease), message.id());
        return Claim.TAKEN;
    }

    void close(String messageId, boolean success, @Nullable String reason) {
        jdbc.update(CLOSE, success ? "SUCCESS" : "FAILURE", clock.instant(), shortened(reason), messageId);
    }

    /** Gives the message back: the next delivery may take it at once. */
    void release(String messageId, String reason) {
        jdbc.update(RELEASE, clock.instant(), shortened(reason), messageId);
    }

    /** How many committed messages wait for the relay. */
    public long unsent() {
        return jdbc.queryOne(UNSENT, row -> row.getLong("MESSAGES")).orElse(0L);
    }

    /** For audits: every message that this service has produced or consumed is in one of these counts. */
    public List<Count> counts() {
        return countsFrom(FROM_THE_FIRST);
    }

    /** @param messageId only messages with this id or a greater one: of ids that rise with time, since that message */
    public List<Count> countsFrom(String messageId) {
        return jdbc.query(
                COUNTS,
                row -> new Count(
                        row.getString("DIRECTION"),
                        row.getString("DESTINATION"),
                        row.getString("STATUS"),
                        row.getLong("MESSAGES"),
                        row.getString("FIRST_ID")),
                messageId);
    }

    private void insert(
            IncomingMessage message,
            String status,
            Instant created,
            @Nullable Instant processed,
            @Nullable String result,
            @Nullable String owner,
            @Nullable Instant leaseUntil) {
        jdbc.update(
                INSERT_INCOMING,
                message.id(),
                message.queue(),
                message.type(),
                message.payload(),
                message.context().guid(),
                message.context().hop(),
                status,
                created,
                processed,
                result,
                owner,
                leaseUntil);
    }

    /** A lease that lies further ahead than leases last was written before the test clock stepped back. */
    private static boolean isHeld(Instant until, Instant now, Duration lease) {
        return now.isBefore(until) && !now.plus(lease).isBefore(until);
    }

    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null ? null : reason.substring(0, Math.min(reason.length(), 300));
    }
}
