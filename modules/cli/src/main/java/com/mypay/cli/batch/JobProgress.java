package com.mypay.cli.batch;

import com.mypay.cli.Text;
import com.mypay.cli.batch.BatchApi.Execution;
import com.mypay.cli.batch.BatchApi.Step;
import com.mypay.cli.batch.HowFar.Share;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A step as a line for people: what it has read, written and skipped; of a running one also how far it is. */
final class JobProgress {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final HowFar howFar;
    private final Clock clock;

    JobProgress(HowFar howFar, Clock clock) {
        this.howFar = howFar;
        this.clock = clock;
    }

    String line(long instanceId, Execution execution, Step step, boolean restarted) {
        String counts =
                Text.of("batch.step", step.name(), step.batchStatus(), step.read(), step.written(), step.skipped());
        Optional<Share> share = step.isRunning() ? howFar.of(instanceId, execution, step, restarted) : Optional.empty();
        if (share.isEmpty()) {
            return counts;
        }
        double perSecond = step.startedAt().map(begin -> rate(step, begin)).orElse(0.0);
        String percent =
                Text.of("batch.percent", share.get().percent(), share.get().total());
        return perSecond < 1
                ? counts + percent
                : counts + percent + Text.of("batch.rate", perSecond, TIME.format(end(share.get(), perSecond)));
    }

    /** The server tells whole seconds: the first one says little. */
    private double rate(Step step, Instant begin) {
        Duration taken = Duration.between(begin, clock.instant());
        return taken.toMillis() < 1_000 ? 0 : step.read() * 1_000.0 / taken.toMillis();
    }

    private java.time.ZonedDateTime end(Share share, double perSecond) {
        long seconds = (long) Math.ceil((share.total() - share.done()) / perSecond);
        return clock.instant().plus(seconds, ChronoUnit.SECONDS).atZone(ZoneId.systemDefault());
    }
}
