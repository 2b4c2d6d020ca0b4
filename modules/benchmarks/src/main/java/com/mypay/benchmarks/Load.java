package com.mypay.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Lets several clients do the same work over and over, each without a pause. The first failure ends the run. */
final class Load {

    private Load() {}

    /** @param work of the client of this number, done again and again until the time is over */
    static Sample forTime(int clients, Duration time, IntFunction<Runnable> work) {
        return run(clients, work, begin -> () -> System.nanoTime() - begin < time.toNanos());
    }

    /** @param each how often each client does its work */
    static Sample forCount(int clients, int each, IntFunction<Runnable> work) {
        return run(clients, work, begin -> new BooleanSupplier() {
            private int left = each;

            @Override
            public boolean getAsBoolean() {
                return left-- > 0;
            }
        });
    }

    /** Says, for a run that began at this time, whether there is more to do; one for each client. */
    private interface Limit {
        BooleanSupplier from(long beginNanos);
    }

    private static Sample run(int clients, IntFunction<Runnable> work, Limit limit) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        CountDownLatch ready = new CountDownLatch(clients);
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<long[]>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                Runnable own = work.apply(client);
                running.add(threads.submit(() -> {
                    ready.countDown();
                    go.await();
                    return timed(own, limit.from(System.nanoTime()));
                }));
            }
            ready.await();
            long begin = System.nanoTime();
            go.countDown();
            List<long[]> latencies = new ArrayList<>();
            for (Future<long[]> each : running) {
                latencies.add(each.get());
            }
            return Sample.of(System.nanoTime() - begin, latencies);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] timed(Runnable work, BooleanSupplier more) {
        long[] latencies = new long[1024];
        int count = 0;
        while (more.getAsBoolean()) {
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, count * 2);
            }
            long begin = System.nanoTime();
            work.run();
            latencies[count++] = System.nanoTime() - begin;
        }
        return Arrays.copyOf(latencies, count);
    }
}
