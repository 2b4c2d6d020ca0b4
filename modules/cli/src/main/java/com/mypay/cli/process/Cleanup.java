package com.mypay.cli.process;

import com.mypay.cli.Text;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work that leaves something behind unless it comes to its end: where it fails, or the process is told to end in the
 * middle of it (Ctrl-C, SIGTERM, SIGHUP), it is cleaned up after it. The process stays until that is done.
 */
public final class Cleanup {

    /** Longer than stopping everything takes. A process that is killed leaves all behind, of course. */
    private static final long WITHIN_MINUTES = 5;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean cleaning;

    private Cleanup() {}

    /** @param cleanUp not called if the work ends well */
    public static <T> T after(Supplier<T> work, Runnable cleanUp) {
        return new Cleanup().run(work, cleanUp);
    }

    private <T> T run(Supplier<T> work, Runnable cleanUp) {
        Thread hook = new Thread(this::interruptAndWait, "cleanup");
        Runtime.getRuntime().addShutdownHook(hook);
        boolean good = false;
        try {
            T result = work.get();
            good = true;
            return result;
        } finally {
            noMoreInterruptions();
            try {
                if (!good) {
                    cleanUp.run();
                }
            } finally {
                ended.countDown();
                remove(hook);
            }
        }
    }

    private void interruptAndWait() {
        synchronized (this) {
            if (!cleaning) {
                worker.interrupt();
            }
        }
        try {
            if (!ended.await(WITHIN_MINUTES, TimeUnit.MINUTES)) {
                System.err.println(Text.of("cleanup.tooLong"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is cleaned up is cleaned up to its end. */
    private synchronized void noMoreInterruptions() {
        cleaning = true;
        Thread.interrupted();
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending: the hook has run, or is running
        }
    }
}
