package com.mypay.simulation;

import com.mypay.simulation.kernel.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What the product logs as an error, "something of ours is broken and somebody has to look": a use case that survives
 * its own bug must not hide it from a run. Everything less is not even put together. What other runs log at the same time
 * is their own matter.
 */
final class Alarms extends Handler {

    private static final Logger PRODUCT = Logger.getLogger("com.mypay");

    private final Scheduler scheduler;
    private final List<String> raised = new ArrayList<>();

    Alarms(Scheduler scheduler) {
        this.scheduler = scheduler;
        setLevel(Level.SEVERE);
    }

    void listen() {
        PRODUCT.setUseParentHandlers(false);
        PRODUCT.setLevel(Level.SEVERE);
        PRODUCT.addHandler(this);
    }

    void stop() {
        PRODUCT.removeHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        if (scheduler.isAtWork()) {
            raised.add(line.getMessage() + (line.getThrown() == null ? "" : ": " + line.getThrown()));
        }
    }

    /** @throws AssertionError if there was one */
    void require() {
        if (!raised.isEmpty()) {
            throw new AssertionError("logged as an error: " + raised.get(0));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
