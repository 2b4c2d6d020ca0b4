package com.mypay.framework.request;

import com.mypay.framework.context.Caller;
import com.mypay.framework.value.RequestId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Request ids: every command has one effect, however often it is sent, and each repetition gets the first answer. The
 * record of the command commits together with its effect. All methods are called inside a transaction
 * ({@link com.mypay.framework.transaction.Transactions}).
 *
 * <p>The same id with other content is refused ({@code REQUEST_ID_REUSED}); while the first is still running, with
 * {@code REQUEST_RUNNING}.
 */
public interface Requests {

    /**
     * A command that is done within this one transaction: runs it, or gives the first answer. Two at once: one waits
     * for the other's commit and then gets its answer.
     */
    <A extends Record> A once(CommandKey key, Class<A> answerType, Supplier<A> command);

    /**
     * A command of several transactions: its first one. Empty: go on, the command is now recorded as running. Otherwise
     * the answer that it had. A command whose server died is handed out again once its lease is over, so its steps have
     * to find what was already done.
     */
    <A extends Record> Optional<A> begin(CommandKey key, Class<A> answerType);

    /**
     * A command that mostly ends within this one transaction, and sometimes needs more: runs the step. With an answer
     * the command is done, as by {@link #once}; without one it is recorded as running, as by {@link #begin}, and goes
     * on. Costs what {@link #once} costs. Two at once: one waits for the other's commit. A command that is taken over
     * goes on without running the step again.
     *
     * @return the answer; empty: go on
     */
    <A extends Record> Optional<A> onceOrBegin(CommandKey key, Class<A> answerType, Supplier<Optional<A>> firstStep);

    /**
     * Goes on with a command in its caller's place, who may never repeat it: takes it over if nobody is working on it.
     *
     * @param key only caller, operation and id count: {@link CommandKey#recorded}
     * @return whether it is ours now; {@code false} while somebody works on it, and if it is done or was given up
     */
    boolean takeOver(CommandKey key);

    /**
     * The beginning of a further transaction of a command that was begun: renews its lease.
     *
     * @return whether it is still running; {@code false} if somebody else has ended it in the meantime (this server had
     *     been taken for dead): then nothing more must be done for it
     */
    boolean renew(CommandKey key);

    /**
     * The last transaction of a command that was begun. Where somebody else has ended it in the meantime (this server
     * had been taken for dead), {@code REQUEST_RUNNING}: the transaction rolls back and the effect stays single.
     *
     * @return the answer
     */
    <A extends Record> A finish(CommandKey key, A answer);

    /** The command was refused after all and changed nothing: its id is free again. */
    void abandon(CommandKey key);

    /**
     * The command that was begun is neither done nor refused: its outcome is open, and its caller hears so. The next
     * repetition takes it over at once instead of waiting for its lease.
     */
    void suspend(CommandKey key);

    /** What became of a command, for the caller that has sent it and lost the answer. Empty: it was never received. */
    Optional<Outcome> outcome(Caller caller, String operation, RequestId requestId);

    /**
     * What became of a command: done; being worked on right now; or neither, because its server died or its outcome was
     * open: then it goes on when it is repeated, and only then.
     *
     * @param answer the JSON of the answer of a command that is done, otherwise {@code null}
     * @param isRunning whether a server works on it now; who repeats it is refused with {@code REQUEST_RUNNING}
     */
    record Outcome(@Nullable String answer, boolean isRunning) {

        public boolean isDone() {
            return answer != null;
        }
    }
}
