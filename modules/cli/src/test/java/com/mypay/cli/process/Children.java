package com.mypay.cli.process;

import com.mypay.cli.home.Home;
import com.mypay.cli.process.Part.Readiness;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small real processes: the same Java as the test's, with a main class of it. */
final class Children {

    private Children() {}

    /** Prints READY, and what else it is told to, and stays until it is told to end. */
    static final class Obedient {

        private Obedient() {}

        public static void main(String[] args) throws InterruptedException {
            System.out.println("READY " + System.getenv("GREETING"));
            for (String line : args) {
                System.out.println(line);
            }
            Thread.currentThread().join();
        }
    }

    /** Ends at once, saying why. */
    static final class Failing {

        private Failing() {}

        public static void main(String[] args) {
            System.out.println("starting");
            if (args.length > 0) {
                System.out.println("[ERROR] " + args[0]);
            }
            System.out.println("the end");
            System.exit(3);
        }
    }

    static List<String> java(Class<?> mainClass, String... args) {
        // Only this module's classes: the tests' whole class path is long, and not needed
        String classes = Path.of("target", "test-classes").toAbsolutePath()
                + File.pathSeparator
                + Path.of("target", "classes").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                mainClass.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** A part that is ready once its log says so. */
    static Part part(Home home, int port, int startWithinSeconds, List<String> command) {
        Path log = home.logs().resolve("bank.log");
        return part(home, port, startWithinSeconds, command, () -> says(log, "READY"));
    }

    static Part part(Home home, int port, int startWithinSeconds, List<String> command, Readiness readiness) {
        Path log = home.logs().resolve("bank.log");
        return new Part(Parts.BANK, port, command, Map.of("GREETING", "hello"), log, readiness, startWithinSeconds);
    }

    private static Optional<String> says(Path log, String word) {
        try {
            return Files.exists(log) && Files.readString(log).contains(word)
                    ? Optional.empty()
                    : Optional.of("it has not said " + word);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
