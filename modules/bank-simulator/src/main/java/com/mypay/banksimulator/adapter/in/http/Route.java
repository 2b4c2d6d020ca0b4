package com.mypay.banksimulator.adapter.in.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A method and a path with named segments, for example {@code GET /banks/{bankCode}/bills/{month}}. */
record Route(String method, String path, List<String> segments, Function<Request, Reply> handler) {
    Route(String method, String path, Function<Request, Reply> handler) {
        this(method, path, List.of(path.substring(1).split("/", -1)), handler);
    }

    /** The named segments' values, if the path is of this form. */
    Optional<Map<String, String>> match(List<String> actual) {
        if (actual.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{")) {
                values.put(segment.substring(1, segment.length() - 1), actual.get(i));
            } else if (!segment.equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
