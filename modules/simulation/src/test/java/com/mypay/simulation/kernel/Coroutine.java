package com.mypay.simulation.kernel;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Work that may stand still in the middle while others go on. It has a thread of its own, because the product's code
 * waits where it stands, but only one thread ever runs: the scheduler's or that of the coroutine that it has resumed.
 */
final class Coroutine {

    private static final ConcurrentLinkedDeque<Worker> IDLE = new ConcurrentLinkedDeque<>();

    private final Runnable work;
    private @Nullable Worker worker;
    private volatile @Nullable Thread scheduler;
    private volatile boolean running;
    private boolean ended;
    private boolean cancelled;
    private @Nullable Throwable failure;

    Coroutine(Runnable work) {
        this.work = work;
    }

    /** Ends a coroutine that nobody will resume any more. */
    private static final class Cancelled extends Error {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("the run is over", null, false, false);
        }
    }

    /** By the scheduler: returns when the coroutine pauses or has ended, and throws what it has thrown. */
    void resume() {
        goOn();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void goOn() {
        scheduler = Thread.currentThread();
        running = true;
        Worker mine = worker;
        if (mine == null) {
            mine = Worker.any();
            worker = mine;
            mine.take(this);
        } else {
            LockSupport.unpark(mine);
        }
        while (running) {
            LockSupport.park(this);
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /** By the scheduler: lets it end at the place where it stands. */
    void cancel() {
        if (worker != null && !ended) {
            cancelled = true;
            goOn();
        }
    }

    /** By the coroutine itself: gives the turn back and returns when it is resumed. */
    void pause() {
        giveBack();
        while (!running) {
            LockSupport.park(this);
        }
        if (cancelled) {
            throw new Cancelled();
        }
    }

    private void giveBack() {
        Thread waiting = scheduler;
        running = false;
        LockSupport.unpark(waiting);
    }

    private void run() {
        try {
            work.run();
        } catch (Cancelled | Crash e) {
            // it ends where it stood, with its run or its server
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        ended = true;
    }

    /** A thread that works for one coroutine after the other. */
    private static final class Worker extends Thread {
        private volatile @Nullable Coroutine coroutine;

        private Worker() {
            super("simulated");
            setDaemon(true);
        }

        static Worker any() {
            Worker idle = IDLE.pollFirst();
            if (idle == null) {
                idle = new Worker();
                idle.start();
            }
            return idle;
        }

        void take(Coroutine next) {
            coroutine = next;
            LockSupport.unpark(this);
        }

        @Override
        public void run() {
            while (true) {
                Coroutine mine = coroutine;
                if (mine == null) {
                    LockSupport.park(this);
                } else {
                    mine.run();
                    coroutine = null;
                    IDLE.addFirst(this);
                    mine.giveBack();
                }
            }
        }
    }
}
