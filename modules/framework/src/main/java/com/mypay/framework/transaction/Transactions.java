package com.mypay.framework.transaction;

import com.mypay.framework.value.TransactionEnd;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way to open a transaction. A use case brackets its steps with it where everyone sees them, so that no
 * connection is held while another system thinks. Inside a running transaction (a message consumer's, a chunk's) the
 * work simply joins it.
 *
 * <p>Work that loses a race (deadlock, lock time-out, a row that somebody else inserted first) is rolled back and
 * repeated, at most {@value #MAX_ATTEMPTS} times in all. So the work must not do anything outside the database.
 */
public interface Transactions {

    int MAX_ATTEMPTS = 5;

    /**
     * Commits when the work returns, rolls back when it throws: a refused command has changed nothing.
     *
     * @throws com.mypay.framework.problem.UnavailableException if the database doesn't answer, nothing has happened
     * @throws com.mypay.framework.problem.UnknownOutcomeException if the answer to the commit was lost
     */
    <T extends @Nullable Object> T inTransaction(Supplier<T> work);

    default void inTransaction(Runnable work) {
        this.<@Nullable Object>inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /**
     * {@link #inTransaction(Supplier)} for work over all rows of a day, which may take longer than the server lets a
     * caller's command take.
     *
     * @param limit whole seconds; a transaction that is running already keeps its own
     */
    default <T extends @Nullable Object> T inTransaction(Duration limit, Supplier<T> work) {
        return inTransaction(work);
    }

    default void inTransaction(Duration limit, Runnable work) {
        this.<@Nullable Object>inTransaction(limit, () -> {
            work.run();
            return null;
        });
    }

    /** Runs the work once the transaction that is now running has committed; at once if none is running. */
    void afterCommit(Runnable work);

    /**
     * Tells once how the transaction ends that is now running, at once of one that can only roll back. What is given must
     * not throw.
     *
     * @return {@code false}, and nothing is told, if none is running, or it has committed
     */
    default boolean onCompletion(Consumer<TransactionEnd> end) {
        throw new UnsupportedOperationException("the end of these transactions isn't told");
    }
}
