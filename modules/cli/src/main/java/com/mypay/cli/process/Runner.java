package com.mypay.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.cli.CommandFailure;
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
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Starts, finds and stops the parts of one installation. Ends only what it started, by process id and start time. */
public final class Runner {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(40);
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final long TELL_EVERY_NANOS = 10_000_000_000L;
    private static final int TAIL_LINES = 5;

    /** What the framework's check of the settings begins its line with. */
    private static final String WRONG_SETTING = "MYPAY-CONFIG ";

    private final Home home;

    public Runner(Home home) {
        this.home = home;
    }

    public Optional<ProcessHandle> running(String name) {
        return pidFile(name).running();
    }

    /** How a part is at this moment. */
    public enum State {
        /** Never started, or stopped by {@code mypay}. */
        STOPPED,
        /** It ended without being told to. */
        DEAD,
        /** It runs, and has not been ready since its start. */
        STARTING,
        /** It was ready, and isn't any more. */
        NOT_READY,
        READY
    }

    /**
     * What a part looks like.
     *
     * @param pid empty if no process runs
     * @param missing what it is not ready for, for people; empty unless it runs
     */
    public record Look(State state, OptionalLong pid, String missing) {}

    public Look look(Part part) {
        PidFile file = pidFile(part.name());
        Optional<ProcessHandle> process = file.running();
        if (process.isEmpty()) {
            return new Look(file.exists() ? State.DEAD : State.STOPPED, OptionalLong.empty(), "");
        }
        OptionalLong pid = OptionalLong.of(process.get().pid());
        Optional<String> missing = part.readiness().missing();
        if (missing.isEmpty()) {
            return new Look(State.READY, pid, "");
        }
        return new Look(file.wasReady() ? State.NOT_READY : State.STARTING, pid, missing.get());
    }

    /**
     * Starts it unless it runs; returns once it is ready.
     *
     * @param waiting told now and then what is still missing
     */
    public void start(Part part, Consumer<String> waiting) {
        Optional<ProcessHandle> before = running(part.name());
        if (before.isEmpty()) {
            launch(part);
        }
        awaitReady(part, waiting);
        running(part.name()).ifPresent(pidFile(part.name())::writeReady);
    }

    /** Asks it to end, kills it if it doesn't. @return whether it ran */
    public boolean stop(String name) {
        Optional<ProcessHandle> process = running(name);
        process.ifPresent(running -> {
            // On Windows the server is the child of a script that doesn't pass on its end
            running.descendants().forEach(ProcessHandle::destroy);
            running.destroy();
            if (!endsWithin(running, STOP_WITHIN)) {
                running.destroyForcibly();
                if (!endsWithin(running, STOP_WITHIN)) {
                    throw CommandFailure.failed("part.unstoppable", label(name), Long.toString(running.pid()));
                }
            }
        });
        pidFile(name).delete();
        return process.isPresent();
    }

    /** A part's name for people. */
    static String label(String name) {
        return Text.of("part." + name);
    }

    /** Unless the part runs and has them itself. */
    public void requireFreePorts(String name, int... ports) {
        if (running(name).isEmpty()) {
            for (int port : ports) {
                requireFree(port, name);
            }
        }
    }

    private void requireFree(int port, String name) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw CommandFailure.refused("port.inUse", Integer.toString(port), label(name), home.directory());
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
            remember(part, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("starting " + part.name(), e);
        }
    }

    /** A process that nobody could find again must not go on. */
    private void remember(Part part, Process process) {
        boolean remembered = false;
        try {
            pidFile(part.name()).write(process.toHandle());
            remembered = true;
        } finally {
            if (!remembered) {
                process.destroyForcibly();
            }
        }
    }

    private void awaitReady(Part part, Consumer<String> waiting) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(part.startWithinSeconds());
        long tell = System.nanoTime() + TELL_EVERY_NANOS;
        Optional<String> missing = part.readiness().missing();
        while (missing.isPresent()) {
            Optional<String> wrongSetting = wrongSetting(part);
            if (wrongSetting.isPresent()) {
                stop(part.name());
                throw CommandFailure.refused("part.wrongSetting", label(part.name()), wrongSetting.get(), part.log());
            }
            if (running(part.name()).isEmpty()) {
                pidFile(part.name()).delete();
                throw CommandFailure.refused("part.ended", label(part.name()), lastLines(part), part.log());
            }
            if (System.nanoTime() > end) {
                throw CommandFailure.refused("part.notReady", label(part.name()), missing.get(), part.log());
            }
            if (System.nanoTime() > tell) {
                waiting.accept(missing.get());
                tell = System.nanoTime() + TELL_EVERY_NANOS;
            }
            pause();
            missing = part.readiness().missing();
        }
    }

    /** What a part says of a setting that it can't start with: the server itself would go on without its applications. */
    private static Optional<String> wrongSetting(Part part) {
        return logOf(part).stream()
                .filter(line -> line.contains(WRONG_SETTING))
                .map(line -> line.substring(line.indexOf(WRONG_SETTING) + WRONG_SETTING.length()))
                .findFirst();
    }

    private static String lastLines(Part part) {
        List<String> lines = logOf(part);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    private static List<String> logOf(Part part) {
        try {
            return Files.readAllLines(part.log(), UTF_8);
        } catch (IOException e) {
            return List.of(String.valueOf(e.getMessage()));
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
            throw CommandFailure.interrupted();
        }
    }
}
