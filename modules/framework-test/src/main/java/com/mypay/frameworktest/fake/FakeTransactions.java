package com.mypay.frameworktest.fake;

import com.mypay.framework.persistence.JdbcException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.transaction.SqlFailures;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.TransactionEnd;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@link Transactions} without a database. Rolls back the fakes that take part, repeats work that lost a race, and tells
 * whether one is open: a fake of another system calls {@link #refuseWhileOpen} first, and so finds the use case that
 * holds a connection while it waits for somebody else.
 */
public final class FakeTransactions implements Transactions {
    private static final int DEADLOCK = 40001;

    private final List<RollsBack> participants;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Consumer<TransactionEnd>> onCompletion = new ArrayList<>();
    private boolean open;
    private int committed;
    private int racesToLose;
    private int withoutDatabase;

    public FakeTransactions(RollsBack... participants) {
        this.participants = new ArrayList<>(List.of(participants));
    }

    public void join(RollsBack participant) {
        participants.add(participant);
    }

    @Override
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        if (open) {
            return work.get();
        }
        if (withoutDatabase > 0) {
            withoutDatabase--;
            throw new UnavailableException("the database does not answer");
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
        if (open) {
            afterCommit.add(work);
        } else {
            work.run();
        }
    }

    @Override
    public boolean onCompletion(Consumer<TransactionEnd> end) {
        return open && onCompletion.add(end);
    }

    public boolean isOpen() {
        return open;
    }

    /** How many transactions have committed. */
    public int committed() {
        return committed;
    }

    /** The next transactions fail at their commit as if another one had been faster, and are repeated. */
    public void loseRaces(int howMany) {
        racesToLose = howMany;
    }

    /** The next transactions find no database: nothing of them happens, and they are not repeated. */
    public void databaseIsAway(int howManyTransactions) {
        withoutDatabase = howManyTransactions;
    }

    /** To be called by fakes of other systems: nobody waits for another system with a transaction open. */
    public void refuseWhileOpen(String system) {
        if (open) {
            throw new AssertionError(system + " is called while a transaction is open");
        }
    }

    private <T extends @Nullable Object> T once(Supplier<T> work) {
        // Marked in the order of joining, so every mark is taken before the work begins
        List<Runnable> marks = participants.stream().map(RollsBack::mark).toList();
        T result;
        open = true;
        boolean done = false;
        try {
            result = work.get();
            if (racesToLose > 0) {
                racesToLose--;
                throw new JdbcException("commit", new SQLException("Deadlock detected", "40001", DEADLOCK));
            }
            done = true;
        } finally {
            open = false;
            if (!done) {
                marks.forEach(Runnable::run);
                afterCommit.clear();
            }
            tellEnd(done);
        }
        committed++;
        participants.forEach(RollsBack::committed);
        Stream<Runnable> now = List.copyOf(afterCommit).stream();
        afterCommit.clear();
        now.forEach(Runnable::run);
        return result;
    }

    private void tellEnd(boolean done) {
        List<Consumer<TransactionEnd>> told = List.copyOf(onCompletion);
        onCompletion.clear();
        told.forEach(end -> end.accept(TransactionEnd.of(done)));
    }
}
