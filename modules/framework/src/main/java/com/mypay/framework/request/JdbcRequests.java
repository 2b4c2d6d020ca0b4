package com.mypay.framework.request;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.json.Json;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.persistence.JdbcException;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.LostRaceException;
import com.mypay.framework.transaction.SqlFailures;
import com.mypay.framework.value.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@link Requests} in the table {@code COMMAND_REQUEST} of the service's schema. */
@ApplicationScoped
public class JdbcRequests implements Requests {

    /** Longer than any command may take with all its time-outs; after that its server is taken for dead. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String FIND = "SELECT CONTENT_HASH, STATUS, ANSWER, LEASE_UNTIL FROM COMMAND_REQUEST"
            + " WHERE REQUEST_ID = ? AND OPERATION = ? AND CALLER = ?";
    private static final String FIND_FOR_UPDATE = FIND + " FOR UPDATE WAIT 5";
    private static final String INSERT = "INSERT INTO COMMAND_REQUEST (CALLER, OPERATION, REQUEST_ID, CONTENT_HASH,"
            + " STATUS, ANSWER, GUID, LEASE_UNTIL, CREATED_TIMESTAMP) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String TAKE_OVER = "UPDATE COMMAND_REQUEST SET LEASE_UNTIL = ?, GUID = ?"
            + " WHERE REQUEST_ID = ? AND OPERATION = ? AND CALLER = ?";
    private static final String FINISH = "UPDATE COMMAND_REQUEST SET STATUS = 'DONE', ANSWER = ?"
            + " WHERE REQUEST_ID = ? AND OPERATION = ? AND CALLER = ? AND STATUS = 'RUNNING'";
    private static final String SET_LEASE = "UPDATE COMMAND_REQUEST SET LEASE_UNTIL = ?"
            + " WHERE REQUEST_ID = ? AND OPERATION = ? AND CALLER = ? AND STATUS = 'RUNNING'";
    private static final String ABANDON = "DELETE FROM COMMAND_REQUEST"
            + " WHERE REQUEST_ID = ? AND OPERATION = ? AND CALLER = ? AND STATUS = 'RUNNING'";

    private final Jdbc jdbc;
    private final Clock clock;

    @Inject
    public JdbcRequests(Jdbc jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcRequests() {
        this(null, null);
    }

    private record Row(
            String contentHash, String status, @Nullable String answer, Instant leaseUntil) {

        boolean isDone() {
            return status.equals("DONE");
        }
    }

    @Override
    public <A extends Record> A once(CommandKey key, Class<A> answerType, Supplier<A> command) {
        Optional<Row> before = find(key, FIND);
        if (before.isPresent()) {
            return answered(key, before.get(), answerType)
                    .orElseThrow(() -> new RejectedException(CommonProblem.REQUEST_RUNNING));
        }
        A answer = runFirst(key, command);
        insert(key, "DONE", Json.write(answer));
        return answer;
    }

    @Override
    public <A extends Record> Optional<A> begin(CommandKey key, Class<A> answerType) {
        if (insertFirst(key)) {
            return Optional.empty();
        }
        return repeated(key, answerType);
    }

    private <A extends Record> Optional<A> repeated(CommandKey key, Class<A> answerType) {
        Optional<Row> before = find(key, FIND_FOR_UPDATE);
        if (before.isEmpty()) {
            throw new LostRaceException("the command was given up meanwhile: " + key.operation());
        }
        Optional<A> answer = answered(key, before.get(), answerType);
        if (answer.isEmpty() && !takeOver(key, before.get())) {
            throw new RejectedException(CommonProblem.REQUEST_RUNNING);
        }
        return answer;
    }

    @Override
    public <A extends Record> Optional<A> onceOrBegin(
            CommandKey key, Class<A> answerType, Supplier<Optional<A>> firstStep) {
        if (!insertFirst(key)) {
            return repeated(key, answerType);
        }
        Optional<A> answer = firstStep.get();
        answer.ifPresent(done -> finish(key, done));
        return answer;
    }

    @Override
    public boolean takeOver(CommandKey key) {
        return find(key, FIND_FOR_UPDATE)
                .filter(row -> !row.isDone() && takeOver(key, row))
                .isPresent();
    }

    @Override
    public boolean renew(CommandKey key) {
        Instant until = clock.instant().plus(LEASE);
        return jdbc.update(SET_LEASE, until, key.requestId(), key.operation(), key.caller()) == 1;
    }

    @Override
    public <A extends Record> A finish(CommandKey key, A answer) {
        String json = Json.write(answer);
        int changed = jdbc.update(FINISH, json, key.requestId(), key.operation(), key.caller());
        if (changed != 1) {
            throw new RejectedException(CommonProblem.REQUEST_RUNNING, "ended by another server");
        }
        return answer;
    }

    @Override
    public void abandon(CommandKey key) {
        jdbc.update(ABANDON, key.requestId(), key.operation(), key.caller());
    }

    @Override
    public void suspend(CommandKey key) {
        jdbc.update(SET_LEASE, clock.instant(), key.requestId(), key.operation(), key.caller());
    }

    @Override
    public Optional<Outcome> outcome(Caller caller, String operation, RequestId requestId) {
        return jdbc.queryOne(FIND, JdbcRequests::read, requestId, operation, caller)
                .map(row -> new Outcome(row.answer(), row.answer() == null && isHeld(row, clock.instant())));
    }

    /**
     * Two at once find no record and both run. The one that had to wait for the other's rows, or has read a part of them
     * before and a part after the other's commit, may fail because of what the other has done: that is no failure of
     * this command, whose answer is there by now.
     */
    private <T> T runFirst(CommandKey key, Supplier<T> command) {
        try {
            return command.get();
        } catch (RejectedException | IllegalStateException e) {
            if (find(key, FIND).isPresent()) {
                throw new LostRaceException("the same command was recorded meanwhile", e);
            }
            throw e;
        }
    }

    /**
     * Nobody looks for it first, because nearly every command comes once; the key tells of the second one, which waits for
     * the first one's transaction.
     *
     * @return whether it is the first
     */
    private boolean insertFirst(CommandKey key) {
        try {
            insert(key, "RUNNING", null);
            return true;
        } catch (JdbcException e) {
            if (SqlFailures.isUniqueKey(e)) {
                return false;
            }
            throw e;
        }
    }

    private Optional<Row> find(CommandKey key, String sql) {
        return jdbc.queryOne(sql, JdbcRequests::read, key.requestId(), key.operation(), key.caller());
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("CONTENT_HASH"),
                row.getString("STATUS"),
                row.getString("ANSWER"),
                Objects.requireNonNull(Jdbc.instant(row, "LEASE_UNTIL")));
    }

    private static <A extends Record> Optional<A> answered(CommandKey key, Row row, Class<A> answerType) {
        if (!row.contentHash().equals(key.contentHash())) {
            throw new RejectedException(CommonProblem.REQUEST_ID_REUSED, "operation " + key.operation());
        }
        if (!row.isDone()) {
            return Optional.empty();
        }
        return Optional.of(Json.read(Objects.requireNonNull(row.answer()), answerType));
    }

    /** The row is locked. */
    private boolean takeOver(CommandKey key, Row row) {
        Instant now = clock.instant();
        if (isHeld(row, now)) {
            return false;
        }
        jdbc.update(TAKE_OVER, now.plus(LEASE), guid(), key.requestId(), key.operation(), key.caller());
        return true;
    }

    /** A lease that lies too far ahead was written before the test clock stepped back. */
    private static boolean isHeld(Row row, Instant now) {
        return now.isBefore(row.leaseUntil()) && !now.plus(LEASE).isBefore(row.leaseUntil());
    }

    private void insert(CommandKey key, String status, @Nullable String answer) {
        Instant now = clock.instant();
        jdbc.update(
                INSERT,
                key.caller(),
                key.operation(),
                key.requestId(),
                key.contentHash(),
                status,
                answer,
                guid(),
                now.plus(LEASE),
                now);
    }

    private static String guid() {
        return CallContext.current().guid().value();
    }
}
