package com.mypay.simulation.kernel;

import java.util.List;
import java.util.SplittableRandom;

/** All chance of a world: the same seed throws the same. */
public final class Dice {

    private final SplittableRandom random;

    public Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** @param perMille 0: never, and nothing is thrown; 1000: always */
    public boolean happens(int perMille) {
        return perMille > 0 && random.nextInt(1000) < perMille;
    }

    /** From the first, inclusive, to the last, inclusive. */
    public int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
