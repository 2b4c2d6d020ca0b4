package com.mypay.cli.batch;

import com.mypay.cli.Text;
import com.mypay.cli.batch.BatchApi.Execution;
import com.mypay.cli.batch.BatchApi.Step;
import com.mypay.cli.batch.HowFar.Share;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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

    /** @param restarted an execution that others of its instance were before: what it does in a second isn't known */
    String line(long instanceId, Execution execution, Step step, boolean restarted) {
        Optional<Share> known = step.isRunning() ? howFar.of(instanceId, execution, step, restarted) : Optional.empty();
        if (known.isEmpty()) {
            return counts(step, step.read(), step.written(), step.skipped());
        }
        Share share = known.get();
        String line = counts(step, share.read(), share.written(), share.skipped())
                + Text.of("batch.percent", share.percent(), share.total());
        double perSecond = restarted
                ? 0
                : step.startedAt().map(begin -> rate(share, begin)).orElse(0.0);
        return perSecond < 1 ? line : line + Text.of("batch.rate", perSecond, TIME.format(end(share, perSecond)));
    }

    private static String counts(Step step, long read, long written, long skipped) {
        return Text.of("batch.step", step.name(), step.batchStatus(), read, written, skipped);
    }

    /** The server tells whole seconds: the first one says little. */
    private double rate(Share share, Instant begin) {
        Duration taken = Duration.between(begin, clock.instant());
        return taken.toMillis() < 1_000 ? 0 : share.done() * 1_000.0 / taken.toMillis();
    }

    private ZonedDateTime end(Share share, double perSecond) {
        long seconds = (long) Math.ceil((share.total() - share.done()) / perSecond);
        return clock.instant().plus(seconds, ChronoUnit.SECONDS).atZone(ZoneId.systemDefault());
    }
}
