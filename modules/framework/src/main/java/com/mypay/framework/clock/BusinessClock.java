package com.mypay.framework.clock;

import com.mypay.framework.log.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The time that the business goes by. In production it is the system's. Where {@code mypay.clock.file} is set, the
 * offset in that file (whole milliseconds) is added, so that a test or a demonstration can play another day: every
 * process reads the same file, so all services move together, and stay moved when one is killed and restarted. The
 * file is written by renaming, and looked at on each call (a {@code stat}, about a microsecond).
 */
public final class BusinessClock extends Clock {

    /** Business dates are days in Seoul; instants are stored in UTC. */
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    /** What is booked just before midnight is committed after it; no transaction and no call takes so long. */
    static final Duration STILL_COMMITTING = Duration.ofMinutes(5);

    private static final Log LOG = Log.of(BusinessClock.class);

    /**
     * Which file it was. Its time alone doesn't tell two changes apart that follow within a tick of the system's clock;
     * a file that is written by renaming is another one each time.
     *
     * @param key {@code null} where the file system has none
     */
    private record Stamp(FileTime changedAt, @Nullable Object key) {

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    private record Offset(@Nullable Stamp stamp, Duration value) {}

    private static final Offset NONE = new Offset(null, Duration.ZERO);

    private final Clock system;
    private final @Nullable Path offsetFile;
    private volatile Offset offset = NONE;

    private BusinessClock(Clock system, @Nullable Path offsetFile) {
        this.system = system;
        this.offsetFile = offsetFile;
    }

    public static BusinessClock real() {
        return new BusinessClock(Clock.systemUTC(), null);
    }

    /** @param offsetFile need not exist; without it, real time */
    public static BusinessClock shiftedBy(Path offsetFile) {
        return new BusinessClock(Clock.systemUTC(), offsetFile);
    }

    /** The business date that an instant belongs to. */
    public static LocalDate businessDate(Instant instant) {
        return LocalDate.ofInstant(instant, SEOUL);
    }

    public static LocalDate businessDate(Clock clock) {
        return businessDate(clock.instant());
    }

    /** Whether nothing of that date is added any more: from five minutes after its midnight on. */
    public static boolean isOver(LocalDate date, Instant now) {
        return date.isBefore(businessDate(now.minus(STILL_COMMITTING)));
    }

    @Override
    public Instant instant() {
        return system.instant().plus(currentOffset());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(system, currentOffset()).withZone(zone);
    }

    private Duration currentOffset() {
        if (offsetFile == null) {
            return Duration.ZERO;
        }
        try {
            Stamp stamp = Stamp.of(offsetFile);
            Offset known = offset;
            if (!stamp.equals(known.stamp())) {
                known = new Offset(stamp, read(offsetFile));
                offset = known;
                LOG.warning("the test clock now says {0}", system.instant().plus(known.value()));
            }
            return known.value();
        } catch (NoSuchFileException e) {
            offset = NONE;
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("the test clock's file can't be read: " + offsetFile, e);
        }
    }

    private static Duration read(Path file) throws IOException {
        String text = Files.readString(file).strip();
        try {
            return Duration.ofMillis(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IOException("not a number of milliseconds: " + text, e);
        }
    }
}
