package com.mypay.cli.api;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.api.Http.Answer;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Repeats a command with the same request id until its outcome is known: what is unavailable, still running or in doubt
 * is asked for again. A command that was carried out before gives its first answer again, so nothing happens twice.
 *
 * @param limit after which the other side counts as gone
 */
public record Patient(Duration limit) {

    /** A server that was killed is back after two minutes, also on a machine that has much else to do. */
    private static final Duration USUAL_LIMIT = Duration.ofMinutes(4);

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final int REQUEST_RUNNING = 409;
    private static final int NOT_FOUND = 404;
    private static final int INTERNAL = 500;

    /** A fault of the server's own seldom goes away by asking again. */
    private static final int INTERNAL_FAILURES = 5;

    public Patient() {
        this(USUAL_LIMIT);
    }

    /** @return an answer that says what happened: carried out, or refused */
    public Answer post(Http http, String path, String requestId, JsonValue body) {
        return ask(path, () -> http.post(path, requestId, body));
    }

    public Answer get(Http http, String path) {
        return ask(path, () -> http.get(path));
    }

    private Answer ask(String path, Supplier<Answer> call) {
        long end = System.nanoTime() + limit.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        int failures = 0;
        while (true) {
            String last;
            try {
                Answer answer = call.get();
                if (!isOpen(answer)) {
                    return answer;
                }
                last = answer.status() + " " + answer.body();
                if (answer.status() == INTERNAL && ++failures > INTERNAL_FAILURES) {
                    throw CommandFailure.failed("api.internal", path, last);
                }
            } catch (Http.NoAnswer e) {
                last = String.valueOf(e.getMessage());
            }
            if (System.nanoTime() > end) {
                throw CommandFailure.failed("api.gone", path, last);
            }
            pause(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    private static boolean isOpen(Answer answer) {
        return answer.status() >= INTERNAL
                || isOfAServerThatStarts(answer)
                || (answer.status() == REQUEST_RUNNING && answer.code().equals("REQUEST_RUNNING"));
    }

    /** It listens before its applications are there, and says by itself that it doesn't know them: no service has refused. */
    private static boolean isOfAServerThatStarts(Answer answer) {
        return answer.status() == NOT_FOUND && answer.code().isEmpty();
    }

    /** Between two looks at something that somebody else is doing. */
    public static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw CommandFailure.interrupted();
        }
    }
}
