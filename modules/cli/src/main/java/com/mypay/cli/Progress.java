package com.mypay.cli;

import java.io.PrintWriter;

/** Tells how far something is: at most one line in two seconds, and one at the end. Safe for use by several threads. */
public final class Progress {

    private static final long EVERY_NANOS = 2_000_000_000L;

    private final PrintWriter out;
    private final String what;
    private final int total;
    private final long begin = System.nanoTime();
    private long last = begin;
    private int done;

    public Progress(PrintWriter out, String what, int total) {
        this.out = out;
        this.what = what;
        this.total = total;
    }

    public synchronized void step() {
        done++;
        long now = System.nanoTime();
        if (done == total || now - last >= EVERY_NANOS) {
            last = now;
            double seconds = Math.max(0.001, (now - begin) / 1e9);
            out.println(Text.of("progress", what, done, total, done / seconds));
            out.flush();
        }
    }
}
