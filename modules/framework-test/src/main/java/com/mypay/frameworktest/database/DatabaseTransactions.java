package com.mypay.frameworktest.database;

import com.mypay.framework.transaction.SqlFailures;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.TransactionEnd;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@link Transactions} on a {@link TestDatabase}: real commits, rollbacks and retries of lost races, as the server's.
 * Each thread has its own, so tests of races just use several threads.
 */
public final class DatabaseTransactions implements Transactions {

    /** What takes part in a transaction besides the connection: an entity manager. */
    interface Participant {
        void begin();

        /** Writes what is still to be written into the connection. */
        void flush();

        void end();
    }

    private final BoundConnections connections;
    private final List<Participant> participants;

    @SuppressWarnings("ThreadLocalUsage") // one per database, and a test has few of them
    private final ThreadLocal<List<Runnable>> afterCommit = ThreadLocal.withInitial(ArrayList::new);

    @SuppressWarnings("ThreadLocalUsage") // one per database, and a test has few of them
    private final ThreadLocal<List<Consumer<TransactionEnd>>> onCompletion = ThreadLocal.withInitial(ArrayList::new);

    DatabaseTransactions(BoundConnections connections, List<Participant> participants) {
        this.connections = connections;
        this.participants = participants;
    }

    @Override
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        if (connections.isBound()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (RuntimeException e) {
                if (attempt == MAX_ATTEMPTS || !SqlFailures.isLostRace(e)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void afterCommit(Runnable work) {
        if (connections.isBound()) {
            afterCommit.get().add(work);
        } else {
            work.run();
        }
    }

    @Override
    public boolean onCompletion(Consumer<TransactionEnd> end) {
        return connections.isBound() && onCompletion.get().add(end);
    }

    private <T extends @Nullable Object> T once(Supplier<T> work) {
        boolean done = false;
        T result;
        try {
            connections.begin();
            participants.forEach(Participant::begin);
            result = work.get();
            participants.forEach(Participant::flush);
            done = true;
        } catch (SQLException e) {
            throw new IllegalStateException("the test database does not answer", e);
        } finally {
            end(done);
        }
        List<Runnable> now = afterCommit.get();
        afterCommit.remove();
        now.forEach(Runnable::run);
        return result;
    }

    private void end(boolean commit) {
        try {
            participants.forEach(Participant::end);
            if (connections.isBound()) {
                connections.end(commit);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the transaction does not end", e);
        } finally {
            if (!commit) {
                afterCommit.remove();
            }
            List<Consumer<TransactionEnd>> told = onCompletion.get();
            onCompletion.remove();
            told.forEach(end -> end.accept(TransactionEnd.of(commit)));
        }
    }
}
