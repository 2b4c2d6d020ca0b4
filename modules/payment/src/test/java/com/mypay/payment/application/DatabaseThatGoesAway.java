package com.mypay.payment.application;

import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.transaction.Transactions;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transactions of a database that can be told to be away. */
final class DatabaseThatGoesAway implements Transactions {
    private final Transactions database;
    private boolean away;

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
        return database.inTransaction(work);
    }

    @Override
    public void afterCommit(Runnable work) {
        database.afterCommit(work);
    }
}
