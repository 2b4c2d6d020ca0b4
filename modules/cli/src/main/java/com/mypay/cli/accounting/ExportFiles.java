package com.mypay.cli.accounting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that are all there, or none of them: written beside their places and put there when all are complete. Lines end with
 * a line feed.
 */
final class ExportFiles implements Closeable {

    private static final String INCOMPLETE = ".part";

    private final Path directory;
    private final Map<String, BufferedWriter> writers = new LinkedHashMap<>();

    ExportFiles(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
    }

    void line(String file, String line) throws IOException {
        BufferedWriter writer = writers.get(file);
        if (writer == null) {
            writer = Files.newBufferedWriter(part(file), UTF_8);
            writers.put(file, writer);
        }
        writer.write(line);
        writer.write('\n');
    }

    /** @return where they are */
    List<Path> complete() throws IOException {
        for (BufferedWriter writer : writers.values()) {
            writer.close();
        }
        List<Path> complete = new ArrayList<>();
        for (String file : writers.keySet()) {
            complete.add(Files.move(
                    part(file),
                    directory.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE));
        }
        writers.clear();
        return complete;
    }

    private Path part(String file) {
        return directory.resolve(file + INCOMPLETE);
    }

    /** What was not completed is gone. */
    @Override
    public void close() throws IOException {
        for (Map.Entry<String, BufferedWriter> each : writers.entrySet()) {
            try {
                each.getValue().close();
            } catch (IOException e) {
                // A full disk refuses the last lines once more; the file goes all the same
            }
            Files.deleteIfExists(part(each.getKey()));
        }
    }
}
