package com.mypay.simulation.kernel;

import java.util.EnumMap;
import java.util.Map;

/**
 * Which faults a run has, and how often: each run another mixture, because where everything fails at once a fault hides
 * what the other one would have shown.
 */
public final class Faults {

    private static final int FREE_OF_ONE = 500;
    private static final int RARE = 500;
    private static final int RARE_IS_A = 4;

    private final Dice dice;
    private final Map<Fault, Integer> perMille = new EnumMap<>(Fault.class);
    private boolean stopped;

    public Faults(Dice dice) {
        this.dice = dice;
        for (Fault fault : Fault.values()) {
            perMille.put(fault, dice.happens(FREE_OF_ONE) ? 0 : rate(fault));
        }
    }

    private int rate(Fault fault) {
        int most = fault.mostPerMille();
        return dice.happens(RARE) ? Math.max(1, most / RARE_IS_A) : most;
    }

    public boolean strikes(Fault fault) {
        return !stopped && dice.happens(perMille.getOrDefault(fault, 0));
    }

    /** From now on nothing fails any more. */
    public void stop() {
        stopped = true;
    }

    public boolean haveStopped() {
        return stopped;
    }

    @Override
    public String toString() {
        return perMille.toString();
    }
}
