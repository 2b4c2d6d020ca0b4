package com.mypay.simulation;

import com.mypay.simulation.bug.Bug;
import com.mypay.simulation.kernel.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One seed: members charge, pay and send while everything fails that the seed lets fail; then nothing fails any more, and
 * all that was begun has to end.
 */
final class Run {

    private static final int FAULTS_FOR_MILLIS = 240_000;
    private static final Duration ENDS_WITHIN = Duration.ofHours(3);
    private static final int LOOKS_EVERY_MILLIS = 10_000;
    private static final int STAFF_EVERY_MILLIS = 45_000;

    private final World world;
    private final Alarms alarms;
    private final Installation installation;
    private final Customers customers;
    private final Invariants invariants;

    Run(long seed, boolean told) {
        world = new World(seed, told);
        alarms = new Alarms(world.scheduler());
        installation = new Installation(world);
        customers = new Customers(world);
        invariants = new Invariants(installation);
    }

    Run with(Bug bug) {
        installation.plant(bug);
        return this;
    }

    /** @throws AssertionError what must not be; or whatever a server has thrown that nobody may throw */
    Run play() {
        alarms.listen();
        try {
            installation.start();
            new Story(installation, customers).begin();
            Staff staff = new Staff(installation, customers);
            every(STAFF_EVERY_MILLIS, staff::work);
            world.scheduler().after(FAULTS_FOR_MILLIS, this::calm);
            world.scheduler().run();
        } finally {
            alarms.stop();
        }
        alarms.require();
        invariants.hold();
        return this;
    }

    private void every(int millis, Runnable work) {
        world.scheduler().after(millis, () -> {
            work.run();
            every(millis, work);
        });
    }

    private void calm() {
        world.faults().stop();
        world.tell("from now on nothing fails");
        Instant deadline = world.scheduler().now().plus(ENDS_WITHIN);
        every(LOOKS_EVERY_MILLIS, () -> look(deadline));
    }

    private void look(Instant deadline) {
        List<String> open = installation.open();
        if (open.isEmpty() && customers.areServed()) {
            world.scheduler().stop();
        } else if (world.scheduler().now().isAfter(deadline)) {
            throw new AssertionError("I7: never ends: " + open);
        }
    }

    World world() {
        return world;
    }

    Installation installation() {
        return installation;
    }
}
