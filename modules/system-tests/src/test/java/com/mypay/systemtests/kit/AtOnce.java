package com.mypay.systemtests.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Several calls at the same moment, each from a thread of its own. */
public final class AtOnce {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private AtOnce() {}

    /**
     * Begins all of them together and waits for all.
     *
     * @param call gets its number, from 0
     * @return in the order of their numbers
     */
    public static <T> List<T> call(int times, IntFunction<T> call) {
        CyclicBarrier start = new CyclicBarrier(times);
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> begun = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                begun.add(threads.submit(() -> {
                    start.await(LONGEST.toSeconds(), TimeUnit.SECONDS);
                    return call.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : begun) {
                results.add(each.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("one of the calls at once failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the calls at once have not ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
