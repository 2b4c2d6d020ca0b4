package com.mypay.banksimulator.adapter.in.http;

import com.mypay.banksimulator.application.AuditBooks;
import com.mypay.banksimulator.application.ChangeAccount;
import com.mypay.banksimulator.application.ChangeBank;
import com.mypay.banksimulator.application.CommittedBooks;
import com.mypay.banksimulator.application.FindAccount;
import com.mypay.banksimulator.application.FindAccounts;
import com.mypay.banksimulator.application.FindBanks;
import com.mypay.banksimulator.application.FindBill;
import com.mypay.banksimulator.application.FindStatement;
import com.mypay.banksimulator.application.FindTransfer;
import com.mypay.banksimulator.application.FinishTransfer;
import com.mypay.banksimulator.application.Ledger;
import com.mypay.banksimulator.application.MakeTransfer;
import com.mypay.banksimulator.application.OpenAccounts;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Behaviours;
import com.mypay.banksimulator.domain.Rejected;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves the banks on the loopback interface. Limits: 32 calls at work, 2,000 waiting (a further one is dropped), 1,000
 * connections held for later (a further one is not held but gets its reply at once), 1,000 connections, bodies of
 * 64 KiB, of 4 MiB where accounts are opened, 30 s for a request to arrive.
 */
public final class BankServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BankServer.class.getName());
    private static final int WORKERS = 32;
    private static final int WAITING = 2_000;
    private static final int HELD = 1_000;
    private static final int BACKLOG = 512;
    private static final int BODY_BYTES = 64 * 1024;
    private static final int BULK_BODY_BYTES = 4 * 1024 * 1024;
    private static final long CLOSING_MILLIS = 5_000;

    static {
        // Read once by the JDK's server: answers without waiting for more to send, and connections kept for clients.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "500");
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("jdk.httpserver.maxConnections", "1000");
    }

    private final HttpServer server;
    private final List<Route> routes;
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            WORKERS, WORKERS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> new Thread(work, "bank"));
    private final ScheduledThreadPoolExecutor held = new ScheduledThreadPoolExecutor(1);
    private final AtomicInteger heldCalls = new AtomicInteger();

    private BankServer(HttpServer server, List<Route> routes) {
        this.server = server;
        this.routes = routes;
    }

    /** Listens when it returns; port 0 takes a free one. */
    public static BankServer start(int port, Ledger ledger, CommittedBooks committedBooks, Clock clock)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        BankServer bankServer = new BankServer(server, allRoutes(ledger, committedBooks, clock));
        server.createContext("/", bankServer::handle);
        server.setExecutor(bankServer.workers);
        server.start();
        return bankServer;
    }

    private static List<Route> allRoutes(Ledger ledger, CommittedBooks committedBooks, Clock clock) {
        Behaviours behaviours = new Behaviours();
        FindBanks findBanks = new FindBanks(ledger);
        FindAccount findAccount = new FindAccount(ledger);
        FindStatement findStatement = new FindStatement(committedBooks);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new BankResource(
                        new BankResource.UseCases(
                                new MakeTransfer(ledger, clock),
                                new FinishTransfer(ledger, clock),
                                new FindTransfer(ledger),
                                findBanks,
                                findAccount,
                                findStatement,
                                new FindBill(committedBooks)),
                        behaviours,
                        clock)
                .routes());
        routes.addAll(new SimulationResource(
                        new SimulationResource.UseCases(
                                new OpenAccounts(ledger, clock),
                                new ChangeAccount(ledger, clock),
                                new ChangeBank(ledger),
                                findBanks,
                                findAccount,
                                new FindAccounts(committedBooks),
                                findStatement,
                                new AuditBooks(committedBooks)),
                        behaviours)
                .routes());
        routes.addAll(new TelecomResource().routes());
        routes.add(new Route("GET", "/openapi.yaml", request -> openApi()));
        return List.copyOf(routes);
    }

    private static Reply openApi() {
        try (InputStream yaml =
                Objects.requireNonNull(BankServer.class.getResourceAsStream("/openapi.yaml"), "openapi.yaml")) {
            return new Reply.Answer(
                    200,
                    "application/yaml; charset=utf-8",
                    new String(yaml.readAllBytes(), StandardCharsets.UTF_8),
                    Optional.empty());
        } catch (IOException e) {
            throw new IllegalStateException("openapi.yaml can't be read", e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The methods and paths that are served, for example {@code GET /banks}. */
    public List<String> operations() {
        return routes.stream().map(route -> route.method() + " " + route.path()).toList();
    }

    private void handle(HttpExchange exchange) {
        carryOut(exchange, reply(exchange));
    }

    private Reply reply(HttpExchange exchange) {
        try {
            return route(exchange);
        } catch (Rejected e) {
            return Problems.of(e.problem(), e.detail());
        } catch (IOException e) {
            return new Reply.NoAnswer();
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private Reply route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        List<String> segments = List.of(path.substring(1).split("/", -1));
        List<String> allowed = new ArrayList<>();
        for (Route route : routes) {
            var values = route.match(segments);
            if (values.isEmpty()) {
                continue;
            }
            if (route.method().equals(exchange.getRequestMethod())) {
                int limit = route.path().equals("/sim/accounts") ? BULK_BODY_BYTES : BODY_BYTES;
                return route.handler()
                        .apply(new Request(
                                values.get(),
                                Request.queryOf(exchange.getRequestURI().getRawQuery()),
                                body(exchange, limit)));
            }
            allowed.add(route.method());
        }
        if (allowed.isEmpty()) {
            throw new Rejected(BankProblem.UNKNOWN_PATH, "see /openapi.yaml");
        }
        exchange.getResponseHeaders().set("Allow", String.join(", ", allowed));
        throw new Rejected(BankProblem.METHOD_NOT_ALLOWED, "allowed here: " + String.join(", ", allowed));
    }

    private static String body(HttpExchange exchange, int limit) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new Rejected(BankProblem.BODY_TOO_LARGE, "a body has at most " + limit + " bytes here");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Reply.Answer failed(RuntimeException e) {
        LOG.log(Level.ERROR, "a call failed", e);
        return Problems.of(BankProblem.INTERNAL, "the bank can't say what became of the call");
    }

    private void carryOut(HttpExchange exchange, Reply reply) {
        if (reply instanceof Reply.Answer answer) {
            write(exchange, answer);
        } else if (reply instanceof Reply.Later later) {
            hold(exchange, later);
        } else {
            exchange.close();
        }
    }

    private static void write(HttpExchange exchange, Reply.Answer answer) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the caller has gone", e);
        }
        try {
            answer.afterwards().ifPresent(Runnable::run);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "what follows an answer failed", e);
        }
    }

    private void hold(HttpExchange exchange, Reply.Later later) {
        if (heldCalls.incrementAndGet() > HELD) {
            heldCalls.decrementAndGet();
            carryOut(exchange, next(later));
            return;
        }
        Runnable goOn = () -> {
            heldCalls.decrementAndGet();
            carryOut(exchange, next(later));
        };
        try {
            var unused = held.schedule(() -> atWork(goOn), later.delayMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            exchange.close();
        }
    }

    private void atWork(Runnable goOn) {
        try {
            workers.execute(goOn);
        } catch (RejectedExecutionException e) {
            goOn.run();
        }
    }

    private static Reply next(Reply.Later later) {
        try {
            return later.next().get();
        } catch (Rejected e) {
            return Problems.of(e.problem(), e.detail());
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** Takes no more calls, ends those at work (up to 5 s), drops the held ones. */
    @Override
    public void close() {
        held.shutdownNow();
        workers.shutdown();
        try {
            workers.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
    }
}
