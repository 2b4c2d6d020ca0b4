package com.mypay.framework.value;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page is wanted.
 *
 * @param after the key that the page starts after, empty for the first page
 * @param limit rows on a page, 1 to {@value #MAX_LIMIT}
 */
public record PageRequest(String after, int limit) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 1_000;

    /**
     * From a query's parameters.
     *
     * @throws IllegalArgumentException for a cursor that isn't ours
     */
    public static PageRequest of(@Nullable String cursor, @Nullable Integer limit) {
        int size = limit == null ? DEFAULT_LIMIT : Math.max(1, Math.min(limit, MAX_LIMIT));
        return new PageRequest(cursor == null ? "" : Cursor.decode(cursor), size);
    }

    /**
     * The key that the page starts after, in its own type; empty for the first page.
     *
     * @param read throws what parsers throw
     * @throws RejectedException {@code CURSOR_INVALID} if the cursor holds no such key: it isn't one that this query gave
     */
    public <K> Optional<K> afterAs(Function<String, K> read) {
        if (isFirst()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(after));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new RejectedException(CommonProblem.CURSOR_INVALID);
        }
    }

    /** One more than the page holds, so that the page knows whether another follows. */
    public int rowsToRead() {
        return limit + 1;
    }

    public boolean isFirst() {
        return after.isEmpty();
    }
}
