package com.mypay.benchmarks;

import com.mypay.cli.home.Home;
import com.mypay.cli.home.Installation;
import com.mypay.cli.process.Parts;
import com.mypay.cli.process.Runner;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How fast slips get from payment to settlement: outbox, relay, broker, consumer, replica. Payments are much slower than
 * that, so they are made while the broker is down; then it is started, and what waits is let through.
 */
final class Messages {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MILLIS = 10;

    private final Home home;
    private final Database database;

    Messages(Home home, Database database) {
        this.home = home;
        this.database = database;
    }

    /** @param messages between the first that arrived and the last */
    record Flow(long messages, Duration took) {

        double perSecond() {
            return messages / (took.toNanos() / 1e9);
        }
    }

    /** @param payments is run while the broker is down */
    Flow measured(Runnable payments) {
        awaitAll();
        long before = database.slipsTakenIn();
        home.whileLocked(() -> new Runner(home).stop(Parts.BROKER));
        try {
            payments.run();
        } finally {
            home.whileLocked(() -> {
                new Runner(home).start(new Parts(home, Installation.current()).broker(), line -> {});
                return true;
            });
        }
        await(() -> database.slipsTakenIn() > before);
        long first = database.slipsTakenIn();
        Duration took = awaitAll();
        return new Flow(database.slipsTakenIn() - first, took);
    }

    /** Until settlement has every slip that payment has issued. @return how long it took from now */
    Duration awaitAll() {
        long issued = database.slipsIssued();
        return await(() -> database.slipsTakenIn() >= issued);
    }

    private Duration await(BooleanSupplier arrived) {
        long begin = System.nanoTime();
        while (!arrived.getAsBoolean()) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new IllegalStateException("slips don't arrive in settlement: " + database.slipsTakenIn() + " of "
                        + database.slipsIssued());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
