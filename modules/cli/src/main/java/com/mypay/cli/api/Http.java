package com.mypay.cli.api;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.mypay.cli.home.Home;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the REST APIs of one installation. Safe for use by several threads.
 *
 * <p>Commands carry a request id and may be repeated with it.
 */
public final class Http {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(90);

    /** One for all: it keeps connections open, and threads. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final String base;
    private final @Nullable String caller;
    private final @Nullable String roles;
    private final Duration answerWithin;

    /** Of the services, as nobody in particular. */
    public Http(Home home) {
        this("http://127.0.0.1:" + home.settings().httpPort(), null, null, ANSWER_WITHIN);
    }

    private Http(String base, @Nullable String caller, @Nullable String roles, Duration answerWithin) {
        this.base = base;
        this.caller = caller;
        this.roles = roles;
        this.answerWithin = answerWithin;
    }

    /** The bank simulator, which knows no callers. */
    public static Http bank(Home home) {
        return new Http("http://127.0.0.1:" + home.settings().bankPort(), null, null, ANSWER_WITHIN);
    }

    /** For those who can't wait long. */
    public Http within(Duration limit) {
        return new Http(base, caller, roles, limit);
    }

    /**
     * Of the services, as staff.
     *
     * @param login one that begins with {@code mypay.}: an employee may be called anything else, have other roles, or leave
     * @param staffRoles separated by commas
     */
    public Http staff(String login, String staffRoles) {
        return new Http(base, "staff/" + login, staffRoles, answerWithin);
    }

    public Http member(long memberId) {
        return new Http(base, "member/" + memberId, null, answerWithin);
    }

    public Http franchise(long memberId) {
        return new Http(base, "franchise/" + memberId, null, answerWithin);
    }

    /** Nobody answered: it is down, or was killed in the middle. */
    public static final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoAnswer(String call, Throwable cause) {
            super(call + ": " + cause, cause);
        }
    }

    /** The command or query was understood and refused. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        Refused(String call, Answer answer) {
            super(call + ": " + answer.status() + " " + answer.body());
            this.answer = answer;
        }

        /** Empty if it was refused by something that knows no problems. */
        public String code() {
            return answer.code();
        }
    }

    /**
     * What came back.
     *
     * @param body JSON, or what the server sent instead
     */
    public record Answer(int status, String body) {

        public boolean isOk() {
            return status >= 200 && status < 300;
        }

        /** @throws IllegalStateException if the body is no JSON object */
        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            } catch (JsonException e) {
                throw new IllegalStateException("no JSON: " + body, e);
            }
        }

        /** The body, if the call succeeded.
         *
         * @throws Refused otherwise
         */
        public JsonObject orRefused(String call) {
            if (!isOk()) {
                throw new Refused(call, this);
            }
            return json();
        }

        /** The problem's code, empty if this is no problem. */
        public String code() {
            return body.startsWith("{") ? json().getString("code", "") : "";
        }
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    /**
     * Writes what comes back into a file, if the call succeeds.
     *
     * @return the status, with the problem if it was refused
     */
    public Answer download(String path, Path file) {
        return send(request(path).GET().build(), response -> {
            if (response.statusCode() / 100 == 2) {
                return BodySubscribers.mapping(
                        BodySubscribers.ofFile(file, CREATE, WRITE, TRUNCATE_EXISTING), Path::toString);
            }
            return BodySubscribers.ofString(StandardCharsets.UTF_8);
        });
    }

    /** @param requestId the same id repeats the same command; null for the bank simulator's controls */
    public Answer post(String path, @Nullable String requestId, JsonValue body) {
        return write("POST", path, requestId, body);
    }

    public Answer put(String path, JsonValue body) {
        return write("PUT", path, null, body);
    }

    private Answer write(String method, String path, @Nullable String requestId, JsonValue body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()));
        if (requestId != null) {
            request.header("Idempotency-Key", requestId);
        }
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(answerWithin);
        // So that what is refused is told in the words of whoever reads it here
        request.header("Accept-Language", Locale.getDefault().getLanguage());
        if (caller != null) {
            request.header("MyPay-Caller", caller);
        }
        if (roles != null) {
            request.header("MyPay-Roles", roles);
        }
        return request;
    }

    private Answer send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private Answer send(HttpRequest request, BodyHandler<String> handler) {
        try {
            var response = CLIENT.send(request, handler);
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new NoAnswer(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(request.method() + " " + request.uri(), e);
        }
    }
}
