package com.mypay.logs.adapter.out.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.framework.value.Sha256;
import com.mypay.logs.application.port.LogArchive;
import com.mypay.logs.domain.ArchivedFile;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The archive in one directory: a folder for each log, in it a folder for each month, in it files such as
 * {@code image-2026-03-02-1-money.jsonl.gz}: a line of JSON per log line, in the order of sources and numbers.
 */
@ApplicationScoped
public class FileLogArchive implements LogArchive {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path directory;

    @Inject
    public FileLogArchive(
            @ConfigProperty(name = "mypay.logs.archive.directory", defaultValue = "log-archive") String directory) {
        this.directory = Path.of(directory);
    }

    /** For the container's proxy. */
    protected FileLogArchive() {
        this("");
    }

    @Override
    public Part begin(LogKind kind, LocalDate date, int part) {
        return new GzipPart(retention -> path(kind, date, fileName(kind, date, part, retention)));
    }

    @Override
    public Optional<String> damage(LogKind kind, ArchivedFile file) {
        Path path = path(kind, file.date(), file.fileName());
        if (!Files.exists(path)) {
            return Optional.of(path + " is missing");
        }
        try {
            return hash(path).equals(file.hash())
                    ? Optional.empty()
                    : Optional.of(path + " is not what the manifest says");
        } catch (IOException e) {
            return Optional.of(path + " can't be read: " + e.getMessage());
        }
    }

    @Override
    public void delete(LogKind kind, ArchivedFile file) {
        try {
            Files.deleteIfExists(path(kind, file.date(), file.fileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(LogKind kind, LocalDate date, String fileName) {
        return directory
                .resolve(lowerCase(kind))
                .resolve(date.toString().substring(0, 7))
                .resolve(fileName);
    }

    private static String fileName(LogKind kind, LocalDate date, int part, Retention retention) {
        return lowerCase(kind) + "-" + date + "-" + part + "-" + lowerCase(retention) + ".jsonl.gz";
    }

    private static String lowerCase(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, Sha256.digest())) {
            byte[] buffer = new byte[BUFFER_BYTES];
            while (digest.read(buffer) >= 0) {
                // the stream computes while it is read
            }
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        }
    }

    /** For tests and for a person: {@code zcat} shows the same. */
    static byte[] encoded(String line) {
        return (line + "\n").getBytes(UTF_8);
    }
}
