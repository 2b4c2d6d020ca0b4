package com.mypay.banksimulator.adapter.out.persistence;

import com.mypay.banksimulator.application.Ledger;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Books;
import com.mypay.banksimulator.domain.Rejected;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thread writes the books. It takes all works that wait, up to 256, runs them one after another and commits them
 * together: with many callers the cost of a commit is shared, and no caller has an answer before its commit.
 */
public final class JdbcLedger implements Ledger, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(JdbcLedger.class.getName());
    private static final int LARGEST_GROUP = 256;
    private static final int LONGEST_QUEUE = 4_096;
    private static final long IDLE_CHECK_MILLIS = 100;
    private static final long CLOSING_MILLIS = 10_000;

    private final Connection connection;
    private final JdbcBooks books;
    private final Runnable afterCommit;
    private final BlockingQueue<Work<?>> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Thread writer;
    private volatile boolean closing;

    /** A unit of work with its caller's answer. */
    private static final class Work<T> {
        private final Function<Books, T> function;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable RuntimeException rejection;

        Work(Function<Books, T> function) {
            this.function = function;
        }

        /** A rejection that has written nothing concerns this work alone; any other failure its whole group. */
        void run(JdbcBooks books) {
            long before = books.writes();
            try {
                result = function.apply(books);
                rejection = null;
            } catch (Rejected e) {
                if (books.writes() != before) {
                    throw new IllegalStateException("rejected after writing: " + e.detail(), e);
                }
                rejection = e;
            }
        }

        @SuppressWarnings("NullAway") // a work may have no result
        void tell() {
            if (rejection == null) {
                answer.complete(result);
            } else {
                answer.completeExceptionally(rejection);
            }
        }
    }

    public JdbcLedger(Connection connection) throws SQLException {
        this(connection, FileSpace.of(connection)::clearUpNowAndThen);
    }

    /** @param afterCommit housekeeping; what it throws is logged and changes nothing */
    JdbcLedger(Connection connection, Runnable afterCommit) throws SQLException {
        this.connection = connection;
        this.afterCommit = afterCommit;
        connection.setAutoCommit(false);
        this.books = new JdbcBooks(connection);
        this.writer = new Thread(this::writeUntilClosed, "ledger");
        writer.start();
    }

    @Override
    public <T> T inOrder(Function<Books, T> function) {
        Work<T> work = new Work<>(function);
        if (closing || !queue.offer(work)) {
            throw new Rejected(BankProblem.BANK_BUSY, "too many calls at once, or shutting down; nothing was taken in");
        }
        if (!writer.isAlive()) {
            refuseAll();
        }
        try {
            return work.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Rejected rejected) {
                throw rejected;
            }
            throw new IllegalStateException("a unit of work failed", e.getCause());
        }
    }

    /** How many works wait for their turn. */
    int waiting() {
        return queue.size();
    }

    private void writeUntilClosed() {
        List<Work<?>> group = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                Work<?> first = queue.poll(IDLE_CHECK_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                group.add(first);
                queue.drainTo(group, LARGEST_GROUP - 1);
                commitTogether(group);
                group.clear();
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    private void commitTogether(List<Work<?>> group) {
        try {
            for (Work<?> work : group) {
                work.run(books);
            }
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            if (group.size() == 1) {
                group.get(0).answer.completeExceptionally(e);
            } else {
                group.forEach(work -> commitTogether(List.of(work)));
            }
            return;
        }
        // From here on nothing may lead back to the works: they would be executed twice
        group.forEach(Work::tell);
        keepHouse();
    }

    private void keepHouse() {
        try {
            afterCommit.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "housekeeping after a commit failed", e);
        }
    }

    private void rollBack(Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Finishes what has been taken in; whoever comes later is refused. */
    @Override
    public void close() throws SQLException {
        closing = true;
        try {
            writer.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseAll();
        connection.close();
    }

    private void refuseAll() {
        for (Work<?> work = queue.poll(); work != null; work = queue.poll()) {
            work.answer.completeExceptionally(
                    new Rejected(BankProblem.BANK_BUSY, "shutting down; nothing was taken in"));
        }
    }
}
