package com.mypay.simulation.kernel;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread for a {@link Scheduler}. The product's code waits where it stands, so what waits needs a thread of its own;
 * but only the one that has the turn ever runs, and it gives the turn to exactly one other.
 */
final class Worker extends Thread {

    private static final ConcurrentLinkedDeque<Worker> IDLE = new ConcurrentLinkedDeque<>();

    private volatile @Nullable Scheduler turn;

    private Worker() {
        super("simulation");
        setDaemon(true);
    }

    /** One that has nothing to do. */
    static Worker any() {
        Worker idle = IDLE.pollFirst();
        if (idle == null) {
            idle = new Worker();
            idle.start();
        }
        return idle;
    }

    void giveTurn(Scheduler scheduler) {
        turn = scheduler;
        LockSupport.unpark(this);
    }

    boolean worksFor(Scheduler scheduler) {
        return scheduler.equals(turn);
    }

    /** On this thread: gives up its turn before another one gets it. */
    void endTurn() {
        turn = null;
    }

    /** On this thread: from now on it has nothing to do. */
    void rest() {
        turn = null;
        IDLE.addFirst(this);
    }

    /** On this thread: until somebody gives it the turn. */
    Scheduler awaitTurn() {
        Scheduler mine = turn;
        while (mine == null) {
            LockSupport.park(this);
            mine = turn;
        }
        return mine;
    }

    @Override
    public void run() {
        while (true) {
            awaitTurn().drive(this);
        }
    }
}
