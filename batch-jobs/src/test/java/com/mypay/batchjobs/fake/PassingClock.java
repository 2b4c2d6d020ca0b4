package com.mypay.batchjobs.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on by a step each time somebody looks at it; something else may happen at each look, too. */
public final class PassingClock extends Clock {

    private final Duration step;
    private final Runnable atEachLook;
    private Instant now = Instant.EPOCH;
    private int looks;

    public PassingClock(Duration step, Runnable atEachLook) {
        this.step = step;
        this.atEachLook = atEachLook;
    }

    public int looks() {
        return looks;
    }

    @Override
    public Instant instant() {
        looks++;
        Instant then = now;
        now = now.plus(step);
        atEachLook.run();
        return then;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("it passes in UTC");
    }
}
