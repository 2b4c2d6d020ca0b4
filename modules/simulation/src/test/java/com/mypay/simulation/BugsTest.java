package com.mypay.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.simulation.bug.Bug;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulation is worth something: whatever somebody breaks, it finds. */
@Execution(ExecutionMode.CONCURRENT)
class BugsTest {

    private static final int WITHIN_SEEDS = 10_000;

    @ParameterizedTest
    @EnumSource
    void aDeliberateBugIsFound(Bug bug) {
        String found = "";
        long seed = 0;
        while (found.isEmpty() && seed < WITHIN_SEEDS) {
            seed++;
            found = violation(seed, bug);
        }
        System.out.printf("%s is found by seed %d: %s%n", bug, seed, found);
        assertThat(found).as("%s within %d seeds", bug, WITHIN_SEEDS).isNotEmpty();
    }

    private static String violation(long seed, Bug bug) {
        try {
            new Run(seed, false).with(bug).play();
            return "";
        } catch (AssertionError | RuntimeException e) {
            return e.toString();
        }
    }
}
