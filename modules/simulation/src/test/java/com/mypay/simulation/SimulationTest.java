package com.mypay.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.simulation.kernel.World;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final long SEEDS = Long.getLong("seeds", 2_000);

    @Test
    void whateverFailsTheInvariantsHoldAndEverythingEnds() {
        Long one = Long.getLong("seed");
        long first = one == null ? 1 : one;
        long last = one == null ? SEEDS : one;
        long begun = System.nanoTime();
        long steps = 0;
        for (long seed = first; seed <= last; seed++) {
            steps += play(seed);
        }
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.printf(
                "%d seeds, %d operations in %d ms: %d operations a minute%n",
                last - first + 1, steps, millis, steps * 60_000 / Math.max(1, millis));
        assertThat(steps).isPositive();
    }

    private static long play(long seed) {
        Run run = new Run(seed, Long.getLong("seed") != null);
        try {
            return run.play().world().steps();
        } catch (AssertionError | RuntimeException e) {
            World world = run.world();
            world.story().forEach(System.out::println);
            throw new AssertionError(
                    "seed " + seed + ": " + e.getMessage() + "\n  again, told: mvn -Psimulation verify -Dseed=" + seed,
                    e);
        }
    }
}
