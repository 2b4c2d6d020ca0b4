package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One page of a long list, and the cursor of the next; without one, the list is at its end for now.
 *
 * @param <T> a row
 */
public record Page<T>(List<T> rows, Optional<String> nextCursor) {

    /** After which row a page begins, and how many rows it has: 1 to 1,000. */
    public record Request(long after, int limit) {
        public static final int DEFAULT_LIMIT = 100;
        private static final int LARGEST_LIMIT = 1_000;
        private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}");

        public Request {
            if (limit < 1 || limit > LARGEST_LIMIT) {
                throw new Rejected(BankProblem.MALFORMED_REQUEST, "limit is 1 to 1000");
            }
        }

        public static Request of(Optional<String> cursor, int limit) {
            String after = cursor.orElse("0");
            if (!CURSOR.matcher(after).matches()) {
                throw new Rejected(BankProblem.MALFORMED_REQUEST, "the cursor is not one that was given");
            }
            return new Request(Long.parseLong(after), limit);
        }

        int oneMore() {
            return limit + 1;
        }
    }

    /** Of up to one row more than asked for, which tells whether there is a next page. */
    static <T> Page<T> of(List<T> rows, Request request, Function<T, Long> position) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> shown = rows.subList(0, request.limit());
        return new Page<>(List.copyOf(shown), Optional.of(Long.toString(position.apply(shown.get(shown.size() - 1)))));
    }
}
