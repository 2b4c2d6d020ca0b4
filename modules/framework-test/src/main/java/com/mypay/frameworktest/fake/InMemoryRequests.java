package com.mypay.frameworktest.fake;

import com.mypay.framework.context.Caller;
import com.mypay.framework.json.Json;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.value.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@link Requests} in memory. Answers are kept as JSON, so one that can't be read back fails here already. */
public final class InMemoryRequests implements Requests, RollsBack {
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Clock clock;
    private final Map<Key, Entry> entries = new HashMap<>();
    /** What takes the running transaction back, the last change first. */
    private final Deque<Runnable> undo = new ArrayDeque<>();

    public InMemoryRequests(Clock clock) {
        this.clock = clock;
    }

    private record Key(String caller, String operation, RequestId requestId) {
        static Key of(CommandKey key) {
            return new Key(key.caller().toString(), key.operation(), key.requestId());
        }
    }

    private record Entry(String contentHash, @Nullable String answer, Instant leaseUntil) {}

    @Override
    public <A extends Record> A once(CommandKey key, Class<A> answerType, Supplier<A> command) {
        Entry before = entries.get(Key.of(key));
        if (before != null) {
            return answered(key, before, answerType)
                    .orElseThrow(() -> new RejectedException(CommonProblem.REQUEST_RUNNING));
        }
        A answer = command.get();
        put(key, Json.write(answer));
        return answer;
    }

    @Override
    public <A extends Record> Optional<A> begin(CommandKey key, Class<A> answerType) {
        Entry before = entries.get(Key.of(key));
        if (before == null) {
            put(key, null);
            return Optional.empty();
        }
        Optional<A> answer = answered(key, before, answerType);
        if (answer.isEmpty() && !takeOver(key, before)) {
            throw new RejectedException(CommonProblem.REQUEST_RUNNING);
        }
        return answer;
    }

    @Override
    public <A extends Record> Optional<A> onceOrBegin(
            CommandKey key, Class<A> answerType, Supplier<Optional<A>> firstStep) {
        if (entries.containsKey(Key.of(key))) {
            return begin(key, answerType);
        }
        Optional<A> answer = firstStep.get();
        put(key, answer.map(Json::write).orElse(null));
        return answer;
    }

    @Override
    public boolean takeOver(CommandKey key) {
        Entry before = entries.get(Key.of(key));
        return before != null && before.answer() == null && takeOver(key, before);
    }

    @Override
    public boolean renew(CommandKey key) {
        Entry before = entries.get(Key.of(key));
        if (before == null || before.answer() != null) {
            return false;
        }
        runs(key, before);
        return true;
    }

    @Override
    public <A extends Record> A finish(CommandKey key, A answer) {
        Entry before = entries.get(Key.of(key));
        if (before == null || before.answer() != null) {
            throw new RejectedException(CommonProblem.REQUEST_RUNNING, "ended by another server");
        }
        put(Key.of(key), new Entry(before.contentHash(), Json.write(answer), before.leaseUntil()));
        return answer;
    }

    @Override
    public void abandon(CommandKey key) {
        Entry before = entries.get(Key.of(key));
        if (before != null && before.answer() == null) {
            put(Key.of(key), null);
        }
    }

    @Override
    public void suspend(CommandKey key) {
        Entry before = entries.get(Key.of(key));
        if (before != null && before.answer() == null) {
            put(Key.of(key), new Entry(before.contentHash(), null, clock.instant()));
        }
    }

    @Override
    public Optional<Outcome> outcome(Caller caller, String operation, RequestId requestId) {
        return Optional.ofNullable(entries.get(new Key(caller.toString(), operation, requestId)))
                .map(entry -> new Outcome(entry.answer(), entry.answer() == null && isHeld(entry, clock.instant())));
    }

    /** A transaction costs as much as it changes, however many requests there are. */
    @Override
    public Runnable mark() {
        undo.clear();
        return () -> {
            while (!undo.isEmpty()) {
                undo.pop().run();
            }
        };
    }

    private static <A extends Record> Optional<A> answered(CommandKey key, Entry entry, Class<A> answerType) {
        if (!entry.contentHash().equals(key.contentHash())) {
            throw new RejectedException(CommonProblem.REQUEST_ID_REUSED, "operation " + key.operation());
        }
        return Optional.ofNullable(entry.answer()).map(answer -> Json.read(answer, answerType));
    }

    private boolean takeOver(CommandKey key, Entry entry) {
        if (isHeld(entry, clock.instant())) {
            return false;
        }
        runs(key, entry);
        return true;
    }

    private void runs(CommandKey key, Entry entry) {
        put(Key.of(key), new Entry(entry.contentHash(), null, clock.instant().plus(LEASE)));
    }

    private static boolean isHeld(Entry entry, Instant now) {
        return now.isBefore(entry.leaseUntil()) && !now.plus(LEASE).isBefore(entry.leaseUntil());
    }

    private void put(CommandKey key, @Nullable String answer) {
        put(Key.of(key), new Entry(key.contentHash(), answer, clock.instant().plus(LEASE)));
    }

    private void put(Key key, @Nullable Entry entry) {
        Entry before = set(key, entry);
        undo.push(() -> set(key, before));
    }

    private @Nullable Entry set(Key key, @Nullable Entry entry) {
        return entry == null ? entries.remove(key) : entries.put(key, entry);
    }
}
