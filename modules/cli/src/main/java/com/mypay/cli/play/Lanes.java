package com.mypay.cli.play;

import com.mypay.cli.CommandFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lanes of work for several threads: within a lane one after the other, in order; different lanes at once, the longest
 * first. So each member's own order is kept, and no two threads wait for the same member.
 *
 * @param <T> a piece of work
 */
final class Lanes<T> {

    private final PriorityQueue<Queue<T>> waiting = new PriorityQueue<>(
            Comparator.comparingInt((Queue<T> lane) -> lane.size()).reversed());
    private int atWork;
    private @Nullable Throwable failure;

    Lanes(Collection<? extends Collection<T>> lanes) {
        for (Collection<T> lane : lanes) {
            if (!lane.isEmpty()) {
                waiting.add(new ArrayDeque<>(lane));
            }
        }
    }

    /** Does all of it. The first failure ends it: what was begun ends, the rest stays undone, the failure is thrown. */
    void run(int threads, Consumer<T> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> workOff(work)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw CommandFailure.interrupted();
        } finally {
            executor.shutdownNow();
        }
        rethrow();
    }

    private void workOff(Consumer<T> work) {
        Queue<T> lane = take();
        while (lane != null) {
            try {
                work.accept(lane.element());
                lane.remove();
                giveBack(lane, null);
            } catch (RuntimeException | Error e) {
                giveBack(lane, e);
            }
            lane = take();
        }
    }

    private synchronized @Nullable Queue<T> take() {
        while (failure == null && waiting.isEmpty() && atWork > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        Queue<T> lane = failure == null ? waiting.poll() : null;
        if (lane != null) {
            atWork++;
        }
        return lane;
    }

    private synchronized void giveBack(Queue<T> lane, @Nullable Throwable thrown) {
        atWork--;
        if (thrown != null && failure == null) {
            failure = thrown;
        }
        if (!lane.isEmpty()) {
            waiting.add(lane);
        }
        notifyAll();
    }

    private synchronized void rethrow() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
