package com.mypay.simulation.kernel;

import com.mypay.framework.persistence.JdbcException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.transaction.SqlFailures;
import com.mypay.framework.transaction.Transactions;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@link Transactions} of one server's life: its database may be away, and the server may die before and after each. */
final class ServerTransactions implements Transactions {

    private static final int DEADLOCK = 40001;

    private final Server.Life server;

    ServerTransactions(Server.Life server) {
        this.server = server;
    }

    @Override
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return server.database().isOpen() ? work.get() : bracketed(work, MAX_ATTEMPTS);
    }

    /** As the container does it around a message: a lost race is delivered again, not repeated. */
    <T extends @Nullable Object> T once(Supplier<T> work) {
        return bracketed(work, 1);
    }

    private <T extends @Nullable Object> T bracketed(Supplier<T> work, int attempts) {
        server.reachStep();
        if (server.strikes(Fault.DATABASE_AWAY)) {
            throw new UnavailableException("the database does not answer");
        }
        T result = repeated(work, attempts);
        server.reachStep();
        if (server.strikes(Fault.COMMIT_UNANSWERED)) {
            throw new UnknownOutcomeException("the database did not confirm the commit", "", null);
        }
        return result;
    }

    private <T extends @Nullable Object> T repeated(Supplier<T> work, int attempts) {
        for (int attempt = 1; ; attempt++) {
            server.world().step();
            try {
                return server.database().commit(() -> {
                    T result = work.get();
                    loseRace();
                    return result;
                });
            } catch (RuntimeException e) {
                if (!SqlFailures.isLostRace(e)) {
                    throw e;
                }
                if (attempt == attempts) {
                    throw new UnavailableException("the database is busy with the same rows", e);
                }
            }
        }
    }

    private void loseRace() {
        if (server.strikes(Fault.RACE_LOST)) {
            throw new JdbcException("commit", new SQLException("Deadlock detected", "40001", DEADLOCK));
        }
    }

    @Override
    public void afterCommit(Runnable work) {
        server.database().afterCommit(work);
    }
}
