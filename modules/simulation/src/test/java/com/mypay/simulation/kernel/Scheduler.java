package com.mypay.simulation.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens, one after the other, and the time at which it does. Time passes only from one event to the next. An
 * event is work that runs to its end, or a coroutine's next part.
 */
public final class Scheduler {

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::atMillis).thenComparingLong(Event::number));
    private final Set<Coroutine> coroutines = new LinkedHashSet<>();
    private long nowMillis;
    private long numbers;
    private @Nullable Coroutine current;

    /** @param number of two at the same time, the one that was planned first comes first */
    private record Event(long atMillis, long number, Runnable work) {}

    public Scheduler(Instant begin) {
        nowMillis = begin.toEpochMilli();
    }

    public Instant now() {
        return Instant.ofEpochMilli(nowMillis);
    }

    public Clock clock() {
        return new SimulatedClock();
    }

    /** Work that runs to its end when its time has come. */
    public void after(long millis, Runnable work) {
        events.add(new Event(nowMillis + millis, numbers++, work));
    }

    /** Work that may {@link #pause}. */
    public void spawn(long afterMillis, Runnable work) {
        Coroutine coroutine = new Coroutine(work);
        coroutines.add(coroutine);
        after(afterMillis, () -> resume(coroutine));
    }

    /** Lets others go on for so long; only in a coroutine. */
    public void pause(long millis) {
        Coroutine self = current;
        if (self == null) {
            throw new IllegalStateException("this can't wait: it runs to its end");
        }
        Event next = events.peek();
        if (next != null && next.atMillis() <= nowMillis + millis) {
            after(millis, () -> resume(self));
            self.pause();
        } else {
            // Nobody else has anything to do until then
            nowMillis += millis;
        }
    }

    public boolean mayPause() {
        return current != null;
    }

    /** How many pieces of work have begun that may pause, and not ended. */
    public int underWay() {
        return coroutines.size();
    }

    /** @return {@code false} if nothing is left to happen */
    public boolean next() {
        Event event = events.poll();
        if (event == null) {
            return false;
        }
        nowMillis = event.atMillis();
        event.work().run();
        return true;
    }

    /** Whatever still stands somewhere ends there. */
    public void end() {
        Set.copyOf(coroutines).forEach(Coroutine::cancel);
        coroutines.clear();
        events.clear();
    }

    private void resume(Coroutine coroutine) {
        current = coroutine;
        try {
            coroutine.resume();
        } finally {
            current = null;
            if (coroutine.hasEnded()) {
                coroutines.remove(coroutine);
            }
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
