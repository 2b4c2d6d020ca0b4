package com.mypay.frameworktest.architecture.canary.bad.application;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Canary: time that no test can set, called and by reference. */
class AsksTheSystemForTheTime {
    Instant called() {
        return Instant.now();
    }

    Supplier<Instant> referenced() {
        return Instant::now;
    }

    long millis() {
        return System.currentTimeMillis();
    }

    long nanos() {
        return System.nanoTime();
    }

    Clock clock() {
        return Clock.systemUTC();
    }
}
