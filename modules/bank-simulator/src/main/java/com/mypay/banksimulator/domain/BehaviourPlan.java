package com.mypay.banksimulator.domain;

import com.mypay.banksimulator.domain.Behaviour.Scope;
import java.util.Random;

/** A bank's behaviour over the coming calls. The same seed gives the same draws in the same order of calls. */
public final class BehaviourPlan {
    private final Behaviour told;
    private final Random random;
    private int remainingCalls;

    public BehaviourPlan(Behaviour told) {
        this.told = told;
        this.random = new Random(told.seed());
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
        return random.nextInt(100) < told.probabilityPercent() ? told : Behaviour.NORMAL;
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
