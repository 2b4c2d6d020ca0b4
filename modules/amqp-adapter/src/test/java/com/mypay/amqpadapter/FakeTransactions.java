package com.mypay.amqpadapter;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/** A transaction per thread that does nothing but end as it should. */
final class FakeTransactions implements TransactionSynchronizationRegistry {

    /** Whether a commit ends as a rollback, as with a database that is gone. */
    volatile boolean commitFails;

    private static final ThreadLocal<Transaction> CURRENT = new ThreadLocal<>();

    private static final class Transaction {
        private final List<Synchronization> synchronizations = new ArrayList<>();
        private boolean rollbackOnly;
    }

    void begin() {
        CURRENT.set(new Transaction());
    }

    void end() {
        Transaction ended = CURRENT.get();
        CURRENT.remove();
        int status = ended.rollbackOnly || commitFails ? Status.STATUS_ROLLEDBACK : Status.STATUS_COMMITTED;
        ended.synchronizations.forEach(each -> each.afterCompletion(status));
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        CURRENT.get().synchronizations.add(synchronization);
    }

    @Override
    public void setRollbackOnly() {
        CURRENT.get().rollbackOnly = true;
    }

    @Override
    public boolean getRollbackOnly() {
        return CURRENT.get().rollbackOnly;
    }

    @Override
    public int getTransactionStatus() {
        return CURRENT.get() == null ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
    }

    @Override
    public Object getTransactionKey() {
        return CURRENT.get();
    }

    @Override
    public void putResource(Object key, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getResource(Object key) {
        throw new UnsupportedOperationException();
    }
}
