package com.mypay.framework.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GUIDs of two servers with 16 threads each, one of which is killed and started again. */
class IdsOfServersTest {
    @TempDir
    private Path directory;

    @Test
    void noIdIsIssuedTwice() throws Exception {
        Process first = server();
        Process second = server();
        try {
            awaitThreads(first);
            awaitThreads(second);
            second.destroyForcibly().waitFor();
            second = server();
            awaitThreads(second);
        } finally {
            first.destroyForcibly().waitFor();
            second.destroyForcibly().waitFor();
        }

        Set<String> ids = new HashSet<>();
        int files = 0;
        try (Stream<Path> written = Files.list(directory)) {
            for (Path file : written.toList()) {
                files++;
                for (String id : wholeLines(file)) {
                    assertThat(ids.add(id)).as("%s, once more in %s", id, file).isTrue();
                }
            }
        }
        assertThat(files).isEqualTo(3 * IdsMain.THREADS);
        assertThat(ids).hasSizeGreaterThanOrEqualTo(files * IdsMain.CHUNK);
    }

    /** The last line of a process that was killed may be half of one. */
    private static List<String> wholeLines(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.removeIf(line -> line.length() != 32);
        return lines;
    }

    private Process server() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdsMain.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Until each of its threads has drawn ids. */
    private static void awaitThreads(Process server) throws IOException {
        var told = server.inputReader();
        Set<String> drawing = new HashSet<>();
        while (drawing.size() < IdsMain.THREADS) {
            drawing.add(Objects.requireNonNull(told.readLine(), "the server has ended"));
        }
    }
}
