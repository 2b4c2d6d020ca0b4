package com.mypay.framework.value;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a query's answer. The next page is asked for with {@code nextCursor}; {@code null} on the last page.
 *
 * @param items in the query's order
 * @param nextCursor opaque to the caller
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts rows that were read with {@link PageRequest#rowsToRead} into a page.
     *
     * @param rows one more than the page's size if there is a next page
     * @param key what the next page starts after
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, Cursor.encode(key.apply(items.get(items.size() - 1))));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), nextCursor);
    }
}
