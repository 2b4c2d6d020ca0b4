package com.mypay.framework.edge;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer, a message and its outcome, a step and its end, as it passes an edge. Filled as it goes on;
 * used by one thread at a time.
 */
public final class Exchange {

    /** What an answer is called that never came. */
    public static final String NO_ANSWER = "NO_ANSWER";

    /** Who asks whom. */
    public enum Direction {
        /** The service is asked. */
        IN,
        /** It asks. */
        OUT
    }

    /** What carries it. */
    public enum Edge {
        REST,
        AMQP,
        BANK,
        BATCH
    }

    private final Direction direction;
    private final Edge edge;
    private String peer;
    private final String operation;
    private final long begunAtNanos = System.nanoTime();
    private final Map<String, String> requestHeaders = new LinkedHashMap<>();
    private final Map<String, String> responseHeaders = new LinkedHashMap<>();

    private final Map<Class<?>, Object> kept = new HashMap<>();

    private @Nullable CallContext context;
    private String sentGuid = "";
    private String query = "";
    private Body request = Body.NONE;
    private Body response = Body.NONE;
    private String status = NO_ANSWER;
    private boolean ended;

    /**
     * @param peer who is at the other end; of a call from outside it is known with the caller: what a header says may be
     *     anything
     * @param operation what is asked for, as {@link CallContext#operation} has it
     */
    public Exchange(Direction direction, Edge edge, String peer, String operation) {
        this.direction = direction;
        this.edge = edge;
        this.peer = peer;
        this.operation = operation;
    }

    public Direction direction() {
        return direction;
    }

    public Edge edge() {
        return edge;
    }

    public String peer() {
        return peer;
    }

    public String operation() {
        return operation;
    }

    /** {@code null} outside of any business transaction, and until it is known. */
    public @Nullable CallContext context() {
        return context;
    }

    public Exchange within(@Nullable CallContext known) {
        context = known;
        if (direction == Direction.IN && edge == Edge.REST && known != null) {
            peer = known.caller().kind() == Caller.Kind.ANONYMOUS
                    ? ""
                    : known.caller().toString();
        }
        return this;
    }

    /** Whether another service of ours asks: whoever is outside has been asked by the first of them. */
    public boolean isByService() {
        return context != null && context.caller().isService();
    }

    /** A GUID that came along and was not taken over; empty if there was none. */
    public String sentGuid() {
        return sentGuid;
    }

    public void sentGuid(String replaced) {
        sentGuid = replaced;
    }

    /** What followed the path, as it came, percent-encoded; empty if there was nothing. */
    public String query() {
        return query;
    }

    public Exchange query(String raw) {
        query = raw;
        return this;
    }

    /**
     * As they came, in no particular order. A name that comes several times has its first value. What a step adds before a
     * REST call goes out is sent along.
     */
    public Map<String, String> requestHeaders() {
        return requestHeaders;
    }

    public Map<String, String> responseHeaders() {
        return responseHeaders;
    }

    public Body request() {
        return request;
    }

    public Exchange request(Body body) {
        request = body;
        return this;
    }

    public Body response() {
        return response;
    }

    public Exchange response(Body body) {
        response = body;
        return this;
    }

    /** The HTTP status; of a message DONE, DUPLICATE, FAILED; of a step its exit status. */
    public String status() {
        return status;
    }

    public Exchange status(String outcome) {
        status = outcome;
        return this;
    }

    /** What a step wants to find again after the work; the type is one of its own. */
    public <T> void keep(Class<T> type, T value) {
        kept.put(type, value);
    }

    public <T> Optional<T> kept(Class<T> type) {
        return Optional.ofNullable(kept.get(type)).map(type::cast);
    }

    /** @return whether it had not ended before */
    boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    public long durationMicros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begunAtNanos);
    }
}
