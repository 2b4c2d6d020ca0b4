package com.mypay.framework.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTest {

    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    /** Some rounds: the changes follow within a tick of the system's clock, or they don't. */
    @RepeatedTest(20)
    void goesByTheOffsetInTheFileAsSoonAsItChanges() throws Exception {
        Path file = directory.resolve("clock");
        BusinessClock clock = BusinessClock.shiftedBy(file);
        assertNear(clock.instant(), Instant.now());

        set(file, Duration.ofDays(-5_000));
        assertNear(clock.instant(), Instant.now().minus(Duration.ofDays(5_000)));

        set(file, Duration.ofDays(3));
        assertNear(clock.instant(), Instant.now().plus(Duration.ofDays(3)));

        Files.delete(file);
        assertNear(clock.instant(), Instant.now());
    }

    @Test
    void aDamagedFileIsNotTakenForRealTime() throws Exception {
        Path file = directory.resolve("clock");
        Files.writeString(file, "yesterday");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> BusinessClock.shiftedBy(file).instant());
    }

    @Test
    void aBusinessDateIsADayInSeoul() {
        assertThat(BusinessClock.businessDate(Instant.parse("2026-03-01T14:59:59Z")))
                .isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(BusinessClock.businessDate(Instant.parse("2026-03-01T15:00:00Z")))
                .isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void aDateIsOverOnceWhatWasBookedBeforeMidnightIsCommitted() {
        LocalDate date = LocalDate.of(2026, 3, 1);
        assertThat(BusinessClock.isOver(date, Instant.parse("2026-03-01T15:04:59.999Z")))
                .isFalse();
        assertThat(BusinessClock.isOver(date, Instant.parse("2026-03-01T15:05:00Z")))
                .isTrue();
    }

    private static void set(Path file, Duration offset) throws Exception {
        Path next = file.resolveSibling("next");
        Files.writeString(next, offset.toMillis() + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void assertNear(Instant actual, Instant expected) {
        assertThat(Duration.between(expected, actual).abs()).isLessThan(TOLERANCE);
    }
}
