package com.mypay.frameworktest.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Entities in memory, as JPA keeps them: a transaction works on one copy of its own of each row, the commit writes what
 * it has made of them, a rollback leaves no trace, and who still holds one afterwards can't change what is stored. A
 * transaction costs as much as the rows that it looks at, however many there are.
 */
public final class InMemoryTable<K, E> implements RollsBack {

    private final Map<K, E> stored = new LinkedHashMap<>();
    private final Map<K, E> managed = new LinkedHashMap<>();
    private boolean open;

    /** @return whether there was none of this key yet; otherwise nothing has changed */
    public boolean add(K key, E entity) {
        if (stored.containsKey(key) || managed.containsKey(key)) {
            return false;
        }
        if (open) {
            managed.put(key, entity);
        } else {
            stored.put(key, EntityCopies.of(entity));
        }
        return true;
    }

    /** Puts another entity where this one was, for entities that never change themselves. */
    public void replace(K key, E entity) {
        if (find(key).isEmpty()) {
            throw new IllegalStateException("there is no row " + key);
        }
        if (open) {
            managed.put(key, entity);
        } else {
            stored.put(key, EntityCopies.of(entity));
        }
    }

    public Optional<E> find(K key) {
        @Nullable E mine = managed.get(key);
        @Nullable E row = mine == null ? stored.get(key) : mine;
        return row == null ? Optional.empty() : Optional.of(handedOut(key, row));
    }

    /** In the order in which they were added. */
    public List<E> where(Predicate<? super E> condition) {
        List<E> found = new ArrayList<>();
        stored.forEach((key, row) -> {
            E current = managed.getOrDefault(key, row);
            if (condition.test(current)) {
                found.add(handedOut(key, current));
            }
        });
        managed.forEach((key, row) -> {
            if (!stored.containsKey(key) && condition.test(row)) {
                found.add(row);
            }
        });
        return found;
    }

    public List<E> all() {
        return where(row -> true);
    }

    private E handedOut(K key, E row) {
        if (managed.containsKey(key)) {
            return row;
        }
        E copy = EntityCopies.of(row);
        if (open) {
            managed.put(key, copy);
        }
        return copy;
    }

    @Override
    public Runnable mark() {
        managed.clear();
        open = true;
        return this::end;
    }

    @Override
    public void committed() {
        managed.forEach((key, row) -> stored.put(key, EntityCopies.of(row)));
        end();
    }

    private void end() {
        managed.clear();
        open = false;
    }
}
