package com.mypay.platform.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server of the platform in a JVM of its own, on a free port, as {@code mypay up} would start it. */
public final class ServerJvm implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;

    private ServerJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it; the caller decides what to wait for. Its output goes to a file beside the directory it works in. */
    public static ServerJvm launch(Class<?> main, Path logs, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Duser.language=en",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(logs, main.getSimpleName(), ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new ServerJvm(builder.start(), output);
    }

    /** Starts it and waits until it says that it is ready. */
    public static ServerJvm ready(Class<?> main, Path logs, Map<String, String> environment, String... arguments)
            throws Exception {
        ServerJvm server = launch(main, logs, environment, arguments);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (server.output().lines().noneMatch(line -> line.startsWith("READY "))) {
            if (server.process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new IllegalStateException("not ready: " + server.output());
            }
        }
        return server;
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    /** Waits until it has ended by itself. */
    public int exitCode() throws Exception {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("did not end: " + output());
        }
        return process.exitValue();
    }

    /** kill -9. */
    public void kill() throws Exception {
        process.destroyForcibly();
        exitCode();
    }

    /** SIGTERM. */
    public int terminate() throws Exception {
        process.destroy();
        return exitCode();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
    }
}
