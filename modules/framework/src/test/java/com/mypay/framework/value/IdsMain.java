package com.mypay.framework.value;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** A process to kill: 16 threads draw ids from one source, each writes its own file. */
final class IdsMain {
    static final int THREADS = 16;
    /** So many ids a thread writes before it tells its file on the standard output, and then goes on. */
    static final int CHUNK = 100;

    private static final int MOST = 20_000;

    private IdsMain() {}

    public static void main(String[] args) throws InterruptedException {
        Ids ids = new UuidV7(Clock.systemUTC());
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            threads[i] = new Thread(() -> draw(ids, Path.of(args[0])));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        // Until it is killed, however fast it was
        Thread.currentThread().join();
    }

    private static void draw(Ids ids, Path directory) {
        Path file = directory.resolve(ids.next() + ".txt");
        try (PrintStream out = new PrintStream(file.toFile(), StandardCharsets.US_ASCII)) {
            for (int i = 0; i < MOST; i++) {
                out.println(ids.next());
                if ((i + 1) % CHUNK == 0) {
                    out.flush();
                    System.out.println(file.getFileName());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
