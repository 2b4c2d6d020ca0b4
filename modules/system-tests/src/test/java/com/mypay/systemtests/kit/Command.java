package com.mypay.systemtests.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code mypay …}, run as a user runs it: in its own process, seen by its output and its exit code. */
public final class Command {

    private static final Duration LONGEST = Duration.ofMinutes(6);

    private Command() {}

    /** @param output standard output and error, in the order of their writing */
    public record Result(String command, int exitCode, String output) {

        public Result exits(int expected) {
            assertThat(exitCode).as("%s said: %s", command, output).isEqualTo(expected);
            return this;
        }

        public List<String> lines() {
            return output.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /** The root of the project that the tests were built from. */
    public static Path root() {
        return Path.of(System.getProperty("mypay.root")).toAbsolutePath().normalize();
    }

    public static Result run(List<String> words) {
        return run(words, "en");
    }

    public static Result run(List<String> words, String language) {
        return run(words, language, Map.of());
    }

    public static Result run(List<String> words, String language, Map<String, String> environment) {
        String name = "mypay " + String.join(" ", words);
        Process process = null;
        try {
            Path output = Files.createTempFile("mypay-command", ".log");
            process = start(words, language, environment, output);
            // Nobody sits at the console
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " has not ended: " + Files.readString(output, UTF_8));
            }
            String text = Files.readString(output, UTF_8);
            Files.delete(output);
            return new Result(name, process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name, e);
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    /** For commands that are looked at, or killed, while they run. */
    public static Process start(List<String> words, String language, Path output) throws IOException {
        return start(words, language, Map.of(), output);
    }

    private static Process start(List<String> words, String language, Map<String, String> environment, Path output)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=" + language,
                "-Dmypay.root=" + root(),
                "-jar",
                root().resolve("modules/cli/target/cli.jar").toString()));
        command.addAll(words);
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        process.environment().putAll(environment);
        return process.start();
    }
}
