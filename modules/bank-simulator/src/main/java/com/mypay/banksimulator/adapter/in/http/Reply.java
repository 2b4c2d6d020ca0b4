package com.mypay.banksimulator.adapter.in.http;

import jakarta.json.JsonStructure;
import java.util.Optional;
import java.util.function.Supplier;

/** What becomes of one HTTP call. */
sealed interface Reply {
    /** An answer, and what is to be done when it has been written. */
    record Answer(int status, String contentType, String body, Optional<Runnable> afterwards) implements Reply {
        Answer afterwards(Runnable action) {
            return new Answer(status, contentType, body, Optional.of(action));
        }
    }

    /** The connection is held for a while, then the next reply is worked out. */
    record Later(long delayMillis, Supplier<Reply> next) implements Reply {}

    /** The connection is dropped. */
    record NoAnswer() implements Reply {}

    static Answer ok(JsonStructure body) {
        return new Answer(200, "application/json", Json.text(body), Optional.empty());
    }
}
