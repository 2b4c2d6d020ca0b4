package com.mypay.frameworktest.fake;

import java.util.ArrayList;
import java.util.List;

/** Rows in memory that are only ever added, in their order: a history, a ledger. They never change themselves. */
public final class InMemoryLog<R> implements RollsBack {

    private final List<R> rows = new ArrayList<>();

    public void add(R row) {
        rows.add(row);
    }

    public void addAll(List<? extends R> more) {
        rows.addAll(more);
    }

    public List<R> all() {
        return List.copyOf(rows);
    }

    @Override
    public Runnable mark() {
        int before = rows.size();
        return () -> rows.subList(before, rows.size()).clear();
    }
}
