package com.mypay.simulation.kernel;

import com.mypay.framework.context.CallContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What happens, one after the other, and the time at which it does: time passes only from one event to the next. Work
 * either runs to its end, or may {@link #pause} and let others go on meanwhile.
 *
 * <p>Whichever thread has the turn takes the events. Work that pauses keeps its thread and goes on taking events on it,
 * as long as they run to their end; only for other work that may pause, or has paused, the turn goes to another thread.
 */
public final class Scheduler {

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Set<Worker> paused = new LinkedHashSet<>();
    private final Thread caller = Thread.currentThread();
    private long nowMillis;
    private long numbers;
    /** Whose work may pause now; {@code null}: what runs now runs to its end. */
    private @Nullable Worker pausable;

    private boolean stopped;
    private boolean cancelling;
    private @Nullable Throwable failure;
    private volatile boolean returned;

    /**
     * @param number its own; of two at the same time, the one that was planned first comes first
     * @param work {@code null}: a worker goes on where it has paused
     */
    private record Event(
            long atMillis,
            long number,
            boolean mayPause,
            @Nullable Runnable work,
            @Nullable Worker pausedWorker) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(atMillis, other.atMillis);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    /** Ends work that nobody will let go on any more. */
    private static final class Cancelled extends Error {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("the run is over", null, false, false);
        }
    }

    public Scheduler(Instant begin) {
        nowMillis = begin.toEpochMilli();
    }

    public Instant now() {
        return Instant.ofEpochMilli(nowMillis);
    }

    long nowMillis() {
        return nowMillis;
    }

    public Clock clock() {
        return new SimulatedClock();
    }

    /** Work that runs to its end when its time has come. */
    public void after(long millis, Runnable work) {
        events.add(new Event(nowMillis + millis, numbers++, false, work, null));
    }

    /** Work that may {@link #pause}. */
    public void spawn(long afterMillis, Runnable work) {
        events.add(new Event(nowMillis + afterMillis, numbers++, true, work, null));
    }

    public boolean mayPause() {
        return pausable != null;
    }

    /** Lets others go on for so long; only in work that may pause. */
    public void pause(long millis) {
        Worker self = pausable;
        if (self == null) {
            throw new IllegalStateException("this can't wait: it runs to its end");
        }
        if (cancelling) {
            throw new Cancelled();
        }
        CallContext context = CallContext.currentOrNull();
        CallContext.clear();
        paused.add(self);
        waitFor(new Event(nowMillis + millis, numbers++, true, null, self), self);
        paused.remove(self);
        pausable = self;
        if (context != null) {
            CallContext.set(context);
        }
        if (cancelling) {
            throw new Cancelled();
        }
    }

    /** Takes the others' events until it comes to its own, or has given the turn away and got it back. */
    private void waitFor(Event mine, Worker self) {
        events.add(mine);
        while (!stopped) {
            Event next = events.element();
            boolean isMine = next.number() == mine.number();
            if (next.mayPause() && !isMine) {
                Worker other = next.pausedWorker();
                if (other != null) {
                    take();
                }
                self.endTurn();
                (other == null ? Worker.any() : other).giveTurn(this);
                self.awaitTurn();
                return;
            }
            take();
            if (isMine) {
                return;
            }
            runToEnd(next, null);
        }
        self.endTurn();
        returnToCaller();
        self.awaitTurn();
    }

    /**
     * Lets everything happen until {@link #stop}, or until work throws what isn't a server's end. Whatever still stands
     * somewhere then ends there.
     */
    public void run() {
        await(Worker.any());
        cancelling = true;
        while (!paused.isEmpty()) {
            await(paused.iterator().next());
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** No further event happens. */
    public void stop() {
        stopped = true;
    }

    /** Whether it is this one's work that the calling thread does. */
    public boolean isAtWork() {
        return Thread.currentThread() instanceof Worker worker && worker.worksFor(this);
    }

    private void await(Worker worker) {
        returned = false;
        worker.giveTurn(this);
        while (!returned) {
            LockSupport.park(this);
        }
    }

    private void returnToCaller() {
        returned = true;
        LockSupport.unpark(caller);
    }

    /** On a worker that has the turn, until it gives it away. */
    void drive(Worker self) {
        while (!stopped) {
            Event next = take();
            Worker other = next.pausedWorker();
            if (other != null) {
                self.rest();
                other.giveTurn(this);
                return;
            }
            runToEnd(next, next.mayPause() ? self : null);
        }
        self.rest();
        returnToCaller();
    }

    private Event take() {
        Event next = events.remove();
        nowMillis = next.atMillis();
        return next;
    }

    private void runToEnd(Event event, @Nullable Worker mayPauseOn) {
        pausable = mayPauseOn;
        try {
            Runnable work = event.work();
            if (work != null) {
                work.run();
            }
        } catch (Crash | Cancelled e) {
            // it ends where it stood, with its server or its run
        } catch (RuntimeException | Error e) {
            if (failure == null) {
                failure = e;
            }
            stopped = true;
        }
    }

    /** Stands still between two events. */
    private final class SimulatedClock extends Clock {
        @Override
        public Instant instant() {
            return now();
        }

        @Override
        public long millis() {
            return nowMillis;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now(), zone);
        }
    }
}
