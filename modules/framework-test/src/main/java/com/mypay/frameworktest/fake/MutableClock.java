package com.mypay.frameworktest.fake;

import com.mypay.framework.clock.BusinessClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until the test moves it. */
public final class MutableClock extends Clock {
    private volatile Instant now;

    private MutableClock(Instant now) {
        this.now = now;
    }

    public static MutableClock at(Instant instant) {
        return new MutableClock(instant);
    }

    /** @param localTime in Seoul, {@code 2011-12-05T12:00} */
    public static MutableClock inSeoul(String localTime) {
        return at(seoul(localTime));
    }

    public void set(Instant instant) {
        now = instant;
    }

    /** @param localTime in Seoul, {@code 2011-12-05T12:00} */
    public void setInSeoul(String localTime) {
        now = seoul(localTime);
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    private static Instant seoul(String localTime) {
        return LocalDateTime.parse(localTime).atZone(BusinessClock.SEOUL).toInstant();
    }
}
