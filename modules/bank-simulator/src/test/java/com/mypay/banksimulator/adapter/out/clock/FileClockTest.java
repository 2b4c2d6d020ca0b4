package com.mypay.banksimulator.adapter.out.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileClockTest {
    private static final Instant REAL = Instant.parse("2026-11-20T20:00:00.123456Z");

    @TempDir
    private Path directory;

    @Test
    void isRealTimeWithoutAFileAndFollowsTheFileWhenItComesChangesAndGoes() throws IOException {
        Path file = directory.resolve("clock");
        FileClock clock = FileClock.reading(file, Clock.fixed(REAL, ZoneOffset.UTC));
        Instant realMillis = Instant.parse("2026-11-20T20:00:00.123Z");
        assertThat(clock.instant()).isEqualTo(realMillis);

        replace(file, "-1000\n");
        assertThat(clock.instant()).isEqualTo(realMillis.minusMillis(1000));
        replace(file, "-2000\n");
        assertThat(clock.instant()).isEqualTo(realMillis.minusMillis(2000));
        Files.delete(file);
        assertThat(clock.instant()).isEqualTo(realMillis);
    }

    @Test
    void refusesAFileThatHoldsNoOffset() throws IOException {
        for (String content : new String[] {"", "yesterday", "1.5", "99999999999999999", "-9223372036854775808"}) {
            Path file = directory.resolve("clock");
            replace(file, content);
            assertThatThrownBy(() -> FileClock.reading(file, Clock.fixed(REAL, ZoneOffset.UTC)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("offset in whole milliseconds");
        }
    }

    private void replace(Path file, String content) throws IOException {
        Path fresh = Files.writeString(directory.resolve("fresh"), content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
