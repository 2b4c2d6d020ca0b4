package com.mypay.banksimulator.domain;

import com.mypay.banksimulator.domain.Behaviour.Scope;

/** A bank's behaviour over the coming calls. The same seed gives the same draws in the same order of calls. */
public final class BehaviourPlan {
    private final Behaviour told;
    private long calls;
    private int remainingCalls;

    public BehaviourPlan(Behaviour told) {
        this.told = told;
        this.remainingCalls = told.calls();
    }

    /** The behaviour towards the call that has just come; safe for many calls at once. */
    public synchronized Behaviour next(Scope call) {
        if (isOver() || !told.isAbout(call)) {
            return Behaviour.NORMAL;
        }
        if (remainingCalls > 0) {
            remainingCalls--;
        }
        return draw() < told.probabilityPercent() ? told : Behaviour.NORMAL;
    }

    /** 0 to 99, evenly spread: the SplitMix64 hash of the seed and the call's number. */
    private long draw() {
        calls++;
        long hash = told.seed() + calls * 0x9E3779B97F4A7C15L;
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return Math.floorMod(hash ^ (hash >>> 31), 100L);
    }

    /** What was told, or normal when its calls are used up. */
    public synchronized Behaviour current() {
        return isOver() ? Behaviour.NORMAL : told;
    }

    /** How many calls are still to come under it; 0: without end, or over. */
    public synchronized int remainingCalls() {
        return remainingCalls;
    }

    private boolean isOver() {
        return told.calls() > 0 && remainingCalls == 0;
    }
}
