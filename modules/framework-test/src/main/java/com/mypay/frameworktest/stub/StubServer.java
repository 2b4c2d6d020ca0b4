package com.mypay.frameworktest.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Another system over HTTP, on a free port of the loopback, behaving as told and noting what it was asked. What isn't
 * told is answered with 404.
 *
 * <pre>{@code
 * try (StubServer bank = StubServer.start()) {
 *     bank.on("POST", "/transfer").neverAnswers().answers(200, "{\"status\":\"DONE\"}");
 *     // the first call runs into its time-out, the second is answered
 *     assertThat(bank.requests()).hasSize(2);
 * }
 * }</pre>
 */
public final class StubServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private StubServer(HttpServer server) {
        this.server = server;
    }

    /** @param headers by name in lower case, the first value of each */
    public record Request(
            String method, String path, @Nullable String query, Map<String, String> headers, String body) {

        /** @return {@code null} if it was not sent */
        public @Nullable String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }
    }

    public static StubServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StubServer stub = new StubServer(server);
            server.setExecutor(stub.threads);
            server.createContext("/", stub::handle);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException("the stub server does not start", e);
        }
    }

    /** An address at which nobody listens: a call is refused at once. */
    public static URI nobody() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return uri(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("there is no free port", e);
        }
    }

    public URI uri() {
        return uri(server.getAddress().getPort());
    }

    /** What the next calls of this operation meet, one after the other; the last one stays. */
    public Route on(String method, String path) {
        return routes.computeIfAbsent(method + " " + path, key -> new Route());
    }

    /** All requests in the order of their arrival, also those that got no answer. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<Request> requests(String method, String path) {
        return requests.stream()
                .filter(request ->
                        request.method().equals(method) && request.path().equals(path))
                .toList();
    }

    /** Lets those who still wait go, and ends. */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
    }

    /** One operation's behaviour. */
    public final class Route {
        private final Deque<Behaviour> behaviours = new ArrayDeque<>();

        private Route() {}

        /** With a JSON body; statuses from 400 on as problem+json. */
        public Route answers(int status, String json) {
            return then(exchange -> answer(exchange, status, json));
        }

        /** Takes the request and is silent until the server is closed: the caller's time-out ends it. */
        public Route neverAnswers() {
            return then(exchange -> awaitQuietly(closed));
        }

        /** Takes the request, then is silent until the latch is down, then answers: for late answers without sleeping. */
        public Route answersAfter(CountDownLatch latch, int status, String json) {
            return then(exchange -> {
                awaitQuietly(latch);
                answer(exchange, status, json);
            });
        }

        /** Takes the request and closes the connection without an answer. */
        public Route hangsUp() {
            return then(HttpExchange::close);
        }

        /** Promises a longer body than it sends. */
        public Route breaksOff(String beginning) {
            return then(exchange -> {
                byte[] body = beginning.getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length + 100L);
                exchange.getResponseBody().write(body);
                exchange.getResponseBody().flush();
            });
        }

        private synchronized Route then(Behaviour behaviour) {
            behaviours.add(behaviour);
            return this;
        }

        private synchronized Behaviour next() {
            Behaviour last = behaviours.peekLast();
            Behaviour next = behaviours.size() > 1 ? behaviours.poll() : last;
            return next == null ? exchange -> answer(exchange, 404, "{}") : next;
        }
    }

    @FunctionalInterface
    private interface Behaviour {
        void meet(HttpExchange exchange) throws IOException;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new ConcurrentHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            String method = exchange.getRequestMethod();
            URI target = exchange.getRequestURI();
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            requests.add(new Request(method, target.getPath(), target.getQuery(), headers, body));
            Route route = routes.get(method + " " + target.getPath());
            if (route == null) {
                answer(exchange, 404, "{\"code\":\"NO_SUCH_OPERATION\"}");
            } else {
                route.next().meet(exchange);
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        String type = status >= 400 ? "application/problem+json" : "application/json";
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
