package com.mypay.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a started process by its id and its start time: an id alone may belong to a stranger after a restart of the
 * machine. Once it has been ready, that is remembered too.
 *
 * @param file below {@code run}
 */
record PidFile(Path file) {

    /** The system tells start times relative to its own start, which moves a little when its clock is corrected. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final String READY = "ready";

    /** Whether a process was started and not stopped: one that doesn't run any more has died. */
    boolean exists() {
        return Files.exists(file);
    }

    Optional<ProcessHandle> running() {
        String[] parts = read();
        if (parts.length < 2 || !parts[0].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> isSameStart(startOf(process), parts[1]));
    }

    /** Whether it has been ready at some time. */
    boolean wasReady() {
        String[] parts = read();
        return parts.length == 3 && parts[2].equals(READY);
    }

    void write(ProcessHandle process) {
        write(process.pid() + " " + startOf(process) + "\n");
    }

    void writeReady(ProcessHandle process) {
        write(process.pid() + " " + startOf(process) + " " + READY + "\n");
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] read() {
        try {
            return Files.readString(file).strip().split(" ");
        } catch (NoSuchFileException e) {
            return new String[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSameStart(String now, String then) {
        try {
            return Duration.between(Instant.parse(now), Instant.parse(then))
                            .abs()
                            .compareTo(TOLERANCE)
                    <= 0;
        } catch (DateTimeException e) {
            return now.equals(then);
        }
    }

    /** {@code unknown} on systems that don't tell. */
    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
