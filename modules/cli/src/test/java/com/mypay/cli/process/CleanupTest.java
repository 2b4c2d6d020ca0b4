package com.mypay.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.cli.process.Children.Obedient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanupTest {

    private static final int PLENTY_SECONDS = 60;

    @TempDir
    private Path directory;

    private final List<String> done = new ArrayList<>();

    @Test
    void workThatEndsWellIsNotCleanedUp() {
        assertThat(Cleanup.after(() -> "result", () -> done.add("cleaned"))).isEqualTo("result");

        assertThat(done).isEmpty();
    }

    @Test
    void workThatFailsIsCleanedUpWhateverTheFailure() {
        for (RuntimeException failure : List.of(new IllegalStateException("a defect"), CommandFailure.failed("io"))) {
            assertThatThrownBy(() -> Cleanup.after(() -> fail(failure), () -> done.add("cleaned")))
                    .isSameAs(failure);
        }

        assertThat(done).containsExactly("cleaned", "cleaned");
    }

    @Test
    void cleaningUpIsNotInterruptedAnyMore() {
        assertThatThrownBy(() -> Cleanup.after(
                        () -> fail(CommandFailure.interrupted()),
                        () -> done.add("interrupted: " + Thread.currentThread().isInterrupted())))
                .isInstanceOf(CommandFailure.class);

        assertThat(done).containsExactly("interrupted: false");
    }

    /** As `mypay day` does: starts a process, waits for something that never comes, stops the process in the end. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            Home home = Home.open(Path.of(args[0]));
            Runner runner = new Runner(home);
            Cleanup.after(
                    () -> {
                        runner.start(
                                Children.part(
                                        home, Integer.parseInt(args[1]), PLENTY_SECONDS, Children.java(Obedient.class)),
                                missing -> {});
                        System.out.println("started "
                                + runner.running(Parts.BANK).orElseThrow().pid());
                        com.mypay.cli.api.Patient.pause(PLENTY_SECONDS * 1_000L);
                        return "never";
                    },
                    () -> {
                        runner.stop(Parts.BANK);
                        System.out.println("cleaned up");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void aSignalLeavesNoProcessBehind(String signal) throws IOException, InterruptedException {
        Home home = Homes.in(directory, 12_000);
        Process process = new ProcessBuilder(
                        Children.java(Program.class, home.directory().toString(), Integer.toString(Homes.freePort())))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String started = String.valueOf(lines.readLine());
            assertThat(started).startsWith("started ");
            long child = Long.parseLong(started.substring("started ".length()));

            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();

            assertThat(lines.readLine()).isEqualTo("cleaned up");
            assertThat(process.waitFor(PLENTY_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isGreaterThan(128);
            assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
        } finally {
            process.destroyForcibly();
            new Runner(home).stop(Parts.BANK);
        }
    }

    private static String fail(RuntimeException failure) {
        throw failure;
    }
}
