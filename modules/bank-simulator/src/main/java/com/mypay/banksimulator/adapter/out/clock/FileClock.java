package com.mypay.banksimulator.adapter.out.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The test clock: real time, moved by the whole number of milliseconds that stands in a file, for example
 * {@code -471398400000}; real time itself while there is no file. The file is looked at on every call and read again
 * when it has been replaced. Instants are whole milliseconds.
 */
public final class FileClock extends Clock {
    private static final long LARGEST_FILE_BYTES = 64;
    /** About 1,000 years: keeps every instant a plain date. */
    private static final long LARGEST_OFFSET_MILLIS = 31_556_952_000_000L;

    private final Path file;
    private final Clock real;
    private final ZoneId zone;
    private volatile Offset known = new Offset(Optional.empty(), 0);

    private record Version(
            FileTime modified, long size, @Nullable Object fileKey) {}

    private record Offset(Optional<Version> version, long millis) {}

    /** Refuses a file with another content at once; afterwards such a file makes every call fail that needs the time. */
    public static FileClock reading(Path file, Clock real) {
        FileClock clock = new FileClock(file, real, ZoneOffset.UTC);
        clock.offsetMillis();
        return clock;
    }

    private FileClock(Path file, Clock real, ZoneId zone) {
        this.file = file;
        this.real = real;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return real.instant().plusMillis(offsetMillis()).truncatedTo(ChronoUnit.MILLIS);
    }

    private long offsetMillis() {
        Optional<Version> version = version();
        Offset offset = known;
        if (!offset.version().equals(version)) {
            offset = new Offset(version, version.isPresent() ? read() : 0);
            known = offset;
        }
        return offset.millis();
    }

    private Optional<Version> version() {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Version(found.lastModifiedTime(), found.size(), found.fileKey()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the clock file " + file + " can't be looked at", e);
        }
    }

    private long read() {
        try {
            String text = Files.size(file) > LARGEST_FILE_BYTES
                    ? ""
                    : Files.readString(file).strip();
            long millis = Long.parseLong(text);
            if (Math.abs(millis) > LARGEST_OFFSET_MILLIS || millis == Long.MIN_VALUE) {
                throw new NumberFormatException("more than 1,000 years");
            }
            return millis;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the clock file " + file + " can't be read", e);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    "the clock file " + file + " must hold one line, an offset in whole milliseconds", e);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FileClock(file, real, other);
    }
}
