package com.mypay.cli.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestClockTest {

    private static final Instant NOW = Instant.parse("2026-03-02T16:00:00Z");
    private static final Clock REAL = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void withoutItsFileItIsRealTimeAndTheDateIsSeouls() {
        TestClock clock = new TestClock(Homes.in(directory, 12_000), REAL);

        assertThat(clock.isMoved()).isFalse();
        assertThat(clock.now()).isEqualTo(NOW);
        assertThat(clock.date()).isEqualTo("2026-03-03");
    }

    @Test
    void movedItGoesOnFromThere() {
        Home home = Homes.in(directory, 12_000);
        new TestClock(home, REAL).moveTo(LocalDate.of(2011, 12, 5), LocalTime.of(9, 0));

        TestClock later = new TestClock(home, Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));

        assertThat(later.isMoved()).isTrue();
        assertThat(later.now()).isEqualTo("2011-12-05T00:01:00Z");
        assertThat(later.date()).isEqualTo("2011-12-05");
    }

    @Test
    void itsFileIsTheOffsetInMilliseconds() {
        Home home = Homes.in(directory, 12_000);

        new TestClock(home, REAL).moveTo(LocalDate.of(2026, 3, 4), LocalTime.of(1, 0));

        assertThat(home.clock()).hasContent(24 * 60 * 60 * 1_000 + "\n");
    }

    @Test
    void aProductionInstallationHasNone() {
        Home home = Homes.in(directory, 12_000, "mypay.profile=production");
        TestClock clock = new TestClock(home, REAL);

        assertThatThrownBy(() -> clock.moveTo(LocalDate.of(2011, 12, 5), LocalTime.NOON))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("production profile");
        assertThatThrownBy(clock::refuseInProduction).isInstanceOf(CommandFailure.class);
        assertThat(home.clock()).doesNotExist();
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Home home = Homes.in(directory, 12_000);
        Files.writeString(home.clock(), "noon\n");

        assertThatThrownBy(() -> new TestClock(home, REAL).now())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(home.clock() + " can't be read");
    }
}
