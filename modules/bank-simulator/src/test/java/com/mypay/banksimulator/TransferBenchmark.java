package com.mypay.banksimulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Transfers per second over HTTP against running banks, each answer waited for; run by hand with the arguments
 * {@code <port> <clients> <seconds>}. The first seconds are not counted.
 */
final class TransferBenchmark {
    private static final int WARM_UP_SECONDS = 5;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final AtomicLong ids = new AtomicLong();
    private final String run = Long.toString(System.nanoTime(), 36);

    private TransferBenchmark(String base) {
        this.base = base;
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        int clients = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        TransferBenchmark benchmark = new TransferBenchmark("http://127.0.0.1:" + args[0]);
        benchmark.openAccounts();
        benchmark.run(clients, WARM_UP_SECONDS);
        List<Long> nanos = benchmark.run(clients, seconds).stream().sorted().toList();
        System.out.printf(
                "%d clients: %d transfers/s, p50 %.2f ms, p99 %.2f ms%n",
                clients,
                nanos.size() / seconds,
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 99 / 100) / 1e6);
    }

    private void openAccounts() {
        StringBuilder accounts = new StringBuilder("[");
        for (int i = 0; i < 1_000; i++) {
            accounts.append(i == 0 ? "" : ",")
                    .append(
                            "{\"bankCode\":\"%s\",\"accountNumber\":\"7%011d\",\"holderName\":\"홍길동\",\"balanceWon\":%d}"
                                    .formatted(i % 2 == 0 ? "088" : "004", i, 1_000_000_000L));
        }
        post("/sim/accounts", accounts.append("]").toString());
    }

    private List<Long> run(int clients, int seconds) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<List<Long>>> runs = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            runs.add(threads.submit(() -> client(end)));
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> one : runs) {
            all.addAll(one.get());
        }
        threads.shutdown();
        return all;
    }

    private List<Long> client(long end) {
        List<Long> nanos = new ArrayList<>();
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            long id = ids.incrementAndGet();
            post("/banks/088/transfers", """
                    {"transactionId":"%s-%d","transactionDate":"2011-12-05","amountWon":1000,"memo":"측정",
                    "from":{"bankCode":"088","accountNumber":"7%011d"},"to":{"bankCode":"004","accountNumber":"7%011d"}}
                    """.formatted(run, id, id * 2 % 1_000, (id * 2 + 1) % 1_000));
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    private void post(String path, String body) {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200 || response.body().contains("REFUSED")) {
                throw new IllegalStateException(response.body());
            }
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
