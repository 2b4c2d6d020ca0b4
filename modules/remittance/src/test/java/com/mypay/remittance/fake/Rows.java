package com.mypay.remittance.fake;

import com.mypay.frameworktest.fake.RollsBack;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in the order of their keys: values that never change, so that whoever has read one can't change
 * what is stored. Notes what a transaction does and takes it back row by row: a transaction costs what it touches.
 */
final class Rows<K extends Comparable<K>, V> implements RollsBack {
    private final TreeMap<K, V> rows = new TreeMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    Collection<V> all() {
        return rows.values();
    }

    void insert(K key, V row) {
        if (rows.containsKey(key)) {
            throw Duplicates.of(key);
        }
        put(key, row);
    }

    void update(K key, V row) {
        if (!rows.containsKey(key)) {
            throw new IllegalStateException("there is no row " + key);
        }
        put(key, row);
    }

    void delete(K key) {
        note(key, rows.remove(key));
    }

    private void put(K key, V row) {
        note(key, rows.put(key, row));
    }

    private void note(K key, @Nullable V before) {
        undo.push(() -> {
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        });
    }

    @Override
    public Runnable mark() {
        undo.clear();
        return () -> {
            while (!undo.isEmpty()) {
                undo.pop().run();
            }
        };
    }
}
