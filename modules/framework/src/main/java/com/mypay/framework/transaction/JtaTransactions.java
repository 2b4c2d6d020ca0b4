package com.mypay.framework.transaction;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.persistence.DatabaseSession;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.TransactionEnd;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@link Transactions} on the server's JTA: local one-phase transactions of the service's one data source. */
@ApplicationScoped
public class JtaTransactions implements Transactions {

    private static final long FIRST_PAUSE_MILLIS = 5;

    /** Of a transaction: the call that its database session is named after. */
    private static final String SESSION_NAME = "com.mypay.session-name";

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry registry;

    @Inject
    private TransactionBracket bracket;

    @Inject
    private DatabaseSession session;

    @Inject
    private Instance<UserTransaction> userTransaction;

    @Override
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        int status = registry.getTransactionStatus();
        if (status != Status.STATUS_NO_TRANSACTION) {
            if (status == Status.STATUS_ACTIVE) {
                nameSession();
            }
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return bracket.run(() -> {
                    nameSession();
                    return work.get();
                });
            } catch (RuntimeException e) {
                if (attempt == MAX_ATTEMPTS || !SqlFailures.isLostRace(e)) {
                    throw translated(e);
                }
            }
            pauseBeforeRetry(attempt);
        }
    }

    /** Once for each call that works in the transaction: a batch chunk's, which is the container's, has several. */
    private void nameSession() {
        CallContext call = CallContext.currentOrNull();
        if (call != null && !call.equals(registry.getResource(SESSION_NAME))) {
            registry.putResource(SESSION_NAME, call);
            session.nameAfterCurrentCall();
        }
    }

    @Override
    public <T extends @Nullable Object> T inTransaction(Duration limit, Supplier<T> work) {
        limitNext(Math.toIntExact(limit.toSeconds()));
        try {
            return inTransaction(work);
        } finally {
            limitNext(0);
        }
    }

    /**
     * Of the transactions that this thread begins from now on; 0 is the server's usual limit. Asked for here and not at
     * injection: where a message-driven bean's transaction runs there is none to be had.
     */
    private void limitNext(int seconds) {
        try {
            userTransaction.get().setTransactionTimeout(seconds);
        } catch (SystemException e) {
            throw new IllegalStateException("the time limit of a transaction can't be set", e);
        }
    }

    @Override
    public void afterCommit(Runnable work) {
        if (registry.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            work.run();
            return;
        }
        register(end -> {
            if (end == TransactionEnd.COMMITTED) {
                work.run();
            }
        });
    }

    @Override
    public boolean onCompletion(Consumer<TransactionEnd> end) {
        switch (registry.getTransactionStatus()) {
            case Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTED -> {
                return false;
            }
            case Status.STATUS_ACTIVE -> register(end);
            // It lets nobody join any more
            case Status.STATUS_MARKED_ROLLBACK, Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK ->
                end.accept(TransactionEnd.ROLLED_BACK);
            default -> end.accept(TransactionEnd.UNKNOWN);
        }
        return true;
    }

    private void register(Consumer<TransactionEnd> end) {
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                end.accept(
                        switch (status) {
                            case Status.STATUS_COMMITTED -> TransactionEnd.COMMITTED;
                            case Status.STATUS_ROLLEDBACK -> TransactionEnd.ROLLED_BACK;
                            default -> TransactionEnd.UNKNOWN;
                        });
            }
        });
    }

    /** A lost connection before the commit means that nothing happened; a commit without an answer may have happened. */
    private static RuntimeException translated(RuntimeException failure) {
        if (isCommitWithoutAnswer(failure)) {
            return new UnknownOutcomeException("the database did not confirm the commit", "", failure);
        }
        if (SqlFailures.isGone(failure)) {
            return new UnavailableException("the database does not answer", failure);
        }
        if (SqlFailures.isLostRace(failure)) {
            return new UnavailableException("the database is busy with the same rows", failure);
        }
        return failure;
    }

    /**
     * Raised by the transaction manager, not by our work: a rollback is reported as {@link RollbackException}, anything
     * else at this place leaves the outcome open.
     */
    private static boolean isCommitWithoutAnswer(Throwable failure) {
        boolean byManager = false;
        for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            if (cause instanceof RollbackException) {
                return false;
            }
            byManager |=
                    cause instanceof SystemException || cause instanceof jakarta.transaction.HeuristicMixedException;
        }
        return byManager;
    }

    private static void pauseBeforeRetry(int attempt) {
        long millis = FIRST_PAUSE_MILLIS << attempt;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                millis + ThreadLocalRandom.current().nextLong(millis)));
    }
}
