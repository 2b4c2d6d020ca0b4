package com.mypay.settlement.adapter.in.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An answer of any size, complete before its first byte is sent: who gets a part of it knows that the rest is missing by
 * its length, and a failure is still a problem and no file.
 */
final class TemporaryFile {

    private TemporaryFile() {}

    /** Writes an answer; the stream isn't closed by it. */
    @FunctionalInterface
    interface Work {
        void write(OutputStream out) throws IOException;
    }

    /** @param name that the receiver gives the file, of letters, digits, hyphens and dots */
    static Response written(String name, Work work) {
        try {
            Path file = Files.createTempFile("mypay", "." + name);
            boolean done = false;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                work.write(out);
                done = true;
            } finally {
                if (!done) {
                    Files.deleteIfExists(file);
                }
            }
            // Asked for first: some systems take the name away as soon as such a file is open
            long bytes = Files.size(file);
            return Response.ok(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE))
                    .header(HttpHeaders.CONTENT_LENGTH, bytes)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
