package com.mypay.systemtests.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Calls MyPay's APIs as somebody: a member, a franchise, staff, a service, or nobody. */
public final class Client {

    public static final String KEY = "Idempotency-Key";

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(40);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .sslContext(OwnCertificate.trusted())
            .build();

    private final URI base;
    private final Map<String, String> headers;
    private final Consumer<Answer> listener;

    Client(URI base) {
        this(base, answer -> {});
    }

    /** @param listener hears each answer */
    Client(URI base, Consumer<Answer> listener) {
        this(base, Map.of(), listener);
    }

    private Client(URI base, Map<String, String> headers, Consumer<Answer> listener) {
        this.base = base;
        this.headers = headers;
        this.listener = listener;
    }

    public Client asMember(long id) {
        return as("member/" + id);
    }

    public Client asFranchise(long id) {
        return as("franchise/" + id);
    }

    public Client asStaff(String login, String... roles) {
        return as("staff/" + login).with("MyPay-Roles", String.join(",", roles));
    }

    public Client asOperator() {
        return asStaff("kim.operator", "operator");
    }

    public Client asService(String name) {
        return as("service/" + name);
    }

    public Client as(String caller) {
        return with("MyPay-Caller", caller);
    }

    /** By name and password, which the server's own APIs ask for. */
    public Client withPassword(String name, String password) {
        String login = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
        return with("Authorization", "Basic " + login);
    }

    public Client inKorean() {
        return with("Accept-Language", "ko-KR,ko;q=0.9");
    }

    public Client with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(base, more, listener);
    }

    /** A command under a new key. */
    public Answer post(String path, JsonObject body) {
        return post(path, body, newKey());
    }

    public Answer post(String path, JsonObject body, String key) {
        return with(KEY, key).postText(path, body.toString());
    }

    /** Whatever the text is, and with no other headers than this client's. */
    public Answer postText(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                "POST " + path + " " + body);
    }

    /** Sends the body only when the server wants to see it: one that it refuses unseen breaks no connection. */
    public Answer postIfWanted(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .expectContinue(true)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                "POST " + path);
    }

    public Answer put(String path, JsonObject body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body.toString())),
                "PUT " + path + " " + body);
    }

    /** @param namesAndValues of the query */
    public Answer get(String path, Object... namesAndValues) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(String.valueOf(namesAndValues[i + 1]), UTF_8));
        }
        return send(request(path + query).GET(), "GET " + path + query);
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(LONGEST_ANSWER);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request, String call) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
            Answer answer =
                    new Answer(call, response.statusCode(), response.headers().map(), response.body());
            listener.accept(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(call, e);
        }
    }
}
