package com.mypay.systemtests.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the server has written about itself.
 *
 * @param messages its log since its start
 * @param failures its captures of failures that it did not expect
 */
public record ServerLog(List<String> messages, List<String> failures) {

    static ServerLog read(Path directory) {
        try {
            return new ServerLog(
                    Files.readAllLines(directory.resolve("messages.log")), namesIn(directory.resolve("ffdc")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> namesIn(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::toString).toList();
        }
    }
}
