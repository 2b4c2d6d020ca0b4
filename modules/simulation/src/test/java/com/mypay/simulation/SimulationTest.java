package com.mypay.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.simulation.bug.Bug;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * As many runs as it is told ({@code -Dseeds}), on all processors, each by itself; or one ({@code -Dseed}), told, perhaps
 * with a deliberate bug ({@code -Dbug}).
 */
class SimulationTest {

    private static final long SEEDS = Long.getLong("seeds", 2_000);
    private static final @Nullable Long ONE = Long.getLong("seed");
    private static final @Nullable String BUG = System.getProperty("bug");
    private static final String AGAIN = "mvn -Psimulation -pl modules/simulation -am verify -Dseed=";

    private final LongAdder operations = new LongAdder();

    @Test
    void whateverFailsTheInvariantsHoldAndEverythingEnds() {
        LongStream seeds = ONE == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(ONE);
        long begun = System.nanoTime();
        Optional<AssertionError> first = seeds.parallel()
                .mapToObj(this::failure)
                .filter(Objects::nonNull)
                .findFirst();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.printf(
                "%d operations in %d ms: %d a minute%n",
                operations.sum(), millis, operations.sum() * 60_000 / Math.max(1, millis));
        if (first.isPresent()) {
            throw first.get();
        }
        assertThat(operations.sum()).isPositive();
    }

    private @Nullable AssertionError failure(long seed) {
        Run run = new Run(seed, ONE != null);
        if (BUG != null) {
            run.with(Bug.valueOf(BUG));
        }
        try {
            run.play();
            return null;
        } catch (AssertionError | RuntimeException e) {
            return new AssertionError("seed " + seed + ": " + e.getMessage() + "\n  again, told: " + AGAIN + seed, e);
        } finally {
            operations.add(run.world().steps());
            run.world().story().forEach(System.out::println);
        }
    }
}
