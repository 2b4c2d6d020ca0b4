package com.mypay.simulation.kernel;

import com.mypay.frameworktest.fake.RollsBack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One service's tables: outlive its servers. Transactions follow one another, each is all or nothing. */
public final class Database {

    private final List<RollsBack> tables = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean open;

    /** @return the table */
    public <T extends RollsBack> T with(T table) {
        tables.add(table);
        return table;
    }

    public boolean isOpen() {
        return open;
    }

    void afterCommit(Runnable work) {
        if (open) {
            afterCommit.add(work);
        } else {
            work.run();
        }
    }

    /** Commits what the work has done if it returns; if it throws, nothing has happened. */
    <T extends @Nullable Object> T commit(Supplier<T> work) {
        List<Runnable> back = new ArrayList<>(tables.size());
        for (RollsBack table : tables) {
            back.add(table.mark());
        }
        boolean done = false;
        T result;
        open = true;
        try {
            result = work.get();
            done = true;
        } finally {
            open = false;
            if (!done) {
                back.forEach(Runnable::run);
                afterCommit.clear();
            }
        }
        tables.forEach(RollsBack::committed);
        List<Runnable> now = List.copyOf(afterCommit);
        afterCommit.clear();
        now.forEach(Runnable::run);
        return result;
    }
}
