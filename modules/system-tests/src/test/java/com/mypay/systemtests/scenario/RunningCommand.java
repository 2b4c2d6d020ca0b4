package com.mypay.systemtests.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.systemtests.kit.Command;
import com.mypay.systemtests.kit.RunningInstallation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code mypay …} that goes on while something else happens. */
final class RunningCommand implements AutoCloseable {

    private static final long LONGEST_SECONDS = 240;

    private final String name;
    private final Path output;
    private final Process process;

    private RunningCommand(List<String> words) {
        name = "mypay " + String.join(" ", words);
        try {
            output = Files.createTempFile("mypay-command", ".log");
            process = Command.start(words, "en", output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RunningCommand start(RunningInstallation mypay, String... words) {
        return new RunningCommand(mypay.words(words));
    }

    boolean goesOn() {
        return process.isAlive();
    }

    Command.Result ends() {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " has not ended: " + Files.readString(output, UTF_8));
            }
            return new Command.Result(name, process.exitValue(), Files.readString(output, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name, e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
