package com.mypay.cli.process;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts, finds and stops the parts of one installation. Ends only what it started, by process id and start time. */
public final class Runner {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(40);
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final int TAIL_LINES = 5;

    private final Home home;

    public Runner(Home home) {
        this.home = home;
    }

    public Optional<ProcessHandle> running(String name) {
        return pidFile(name).running();
    }

    /** Starts it unless it runs; returns once it is ready. */
    public void start(Part part) {
        Optional<ProcessHandle> before = running(part.name());
        if (before.isEmpty()) {
            requireFreePort(part);
            launch(part);
        }
        awaitReady(part);
    }

    /** Asks it to end, kills it if it doesn't. @return whether it ran */
    public boolean stop(String name) {
        Optional<ProcessHandle> process = running(name);
        process.ifPresent(running -> {
            running.destroy();
            if (!endsWithin(running, STOP_WITHIN)) {
                running.destroyForcibly();
                endsWithin(running, STOP_WITHIN);
            }
        });
        pidFile(name).delete();
        return process.isPresent();
    }

    private void requireFreePort(Part part) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), part.port()));
        } catch (IOException e) {
            throw CommandFailure.refused("port.inUse", Integer.toString(part.port()), part.name(), home.directory());
        }
    }

    private void launch(Part part) {
        ProcessBuilder builder = new ProcessBuilder(part.command());
        builder.environment().putAll(part.environment());
        builder.directory(home.directory().toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(part.log().toFile());
        try {
            Files.createDirectories(part.log().getParent());
            Process process = builder.start();
            pidFile(part.name()).write(process.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + part.name(), e);
        }
    }

    private void awaitReady(Part part) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(part.startWithinSeconds());
        Optional<String> missing = part.readiness().missing();
        while (missing.isPresent()) {
            if (running(part.name()).isEmpty()) {
                pidFile(part.name()).delete();
                throw new CommandFailure(
                        ExitCode.REFUSED, Text.of("part.ended", part.name(), reason(part), part.log()));
            }
            if (System.nanoTime() > end) {
                throw new CommandFailure(
                        ExitCode.REFUSED, Text.of("part.notReady", part.name(), missing.get(), part.log()));
            }
            pause();
            missing = part.readiness().missing();
        }
    }

    /** The line that names a wrong setting, where there is one; otherwise the last lines. */
    private static String reason(Part part) {
        try {
            List<String> lines = Files.readAllLines(part.log());
            return lines.stream()
                    .filter(line -> line.contains("MYPAY-CONFIG"))
                    .map(line -> line.substring(line.indexOf("MYPAY-CONFIG")))
                    .findFirst()
                    .orElseGet(() ->
                            String.join(" | ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size())));
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private PidFile pidFile(String name) {
        return new PidFile(home.run().resolve(name + ".pid"));
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return false;
            }
            throw e;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, Text.of("interrupted"));
        }
    }
}
