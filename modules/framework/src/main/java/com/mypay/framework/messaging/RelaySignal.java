package com.mypay.framework.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay of this server that a message has been committed, so that it needn't wait for its next look. */
@ApplicationScoped
public class RelaySignal {

    private final Semaphore signal = new Semaphore(0);

    public void wake() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** Waits until somebody wakes it, at most this long. */
    void await(Duration atMost) throws InterruptedException {
        if (signal.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    /** Who looks now sees what it has been woken for until now. */
    void forget() {
        signal.drainPermits();
    }
}
