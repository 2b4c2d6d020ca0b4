package com.mypay.payment.application;

import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.TransactionEnd;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions of a database that can be told to be away. */
final class DatabaseThatGoesAway implements Transactions {
    private final Transactions database;
    private boolean away;
    private boolean open;
    private int committed;

    DatabaseThatGoesAway(Transactions database) {
        this.database = database;
    }

    void goesAway() {
        away = true;
    }

    void isBack() {
        away = false;
    }

    @Override
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        if (away) {
            throw new UnavailableException("the database does not answer");
        }
        if (open) {
            return database.inTransaction(work);
        }
        open = true;
        try {
            T result = database.inTransaction(work);
            committed++;
            return result;
        } finally {
            open = false;
        }
    }

    /** How many transactions have committed. */
    int committed() {
        return committed;
    }

    @Override
    public void afterCommit(Runnable work) {
        database.afterCommit(work);
    }

    @Override
    public boolean onCompletion(Consumer<TransactionEnd> end) {
        return database.onCompletion(end);
    }
}
