package com.mypay.cli.home;

import com.mypay.cli.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The offset from real time that all services of an installation and its banks go by: whole milliseconds in the home's
 * file {@code clock}. Without the file, real time. A production installation has no test clock.
 */
public final class TestClock {

    /** Business dates are days in Seoul. */
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Home home;
    private final Clock real;

    public TestClock(Home home, Clock real) {
        this.home = home;
        this.real = real;
    }

    public static LocalDate realDate() {
        return LocalDate.now(Clock.system(SEOUL));
    }

    /** What the services take for now. */
    public Instant now() {
        return real.instant().plus(offset());
    }

    public LocalDate date() {
        return LocalDate.ofInstant(now(), SEOUL);
    }

    public boolean isMoved() {
        return !offset().isZero();
    }

    /** From now on it is this time of this day in Seoul; the clock goes on from there. */
    public void moveTo(LocalDate day, LocalTime time) {
        refuseInProduction();
        Instant wanted = day.atTime(time).atZone(SEOUL).toInstant();
        try {
            Home.writeAtomically(
                    home.clock(), Duration.between(real.instant(), wanted).toMillis() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the test clock can't be written", e);
        }
    }

    /** @throws CommandFailure if this is a production installation */
    public void refuseInProduction() {
        if (home.settings().isProduction()) {
            throw CommandFailure.refused("clock.production", home.directory());
        }
    }

    private Duration offset() {
        Path file = home.clock();
        try {
            return Duration.ofMillis(Long.parseLong(Files.readString(file).strip()));
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (NumberFormatException e) {
            throw CommandFailure.refused("home.unreadable", file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
