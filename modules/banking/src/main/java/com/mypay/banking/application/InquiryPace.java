package com.mypay.banking.application;

import com.mypay.framework.clock.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When an open firmbanking is looked after next. Goes by real time: whether a server is dead or a bank slow has nothing
 * to do with the business date, and must not change when a test clock jumps.
 */
@ApplicationScoped
class InquiryPace {

    /** How long a bank that hasn't answered one question is spared the others. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Clock realTime;
    private final Duration firstDelay;
    private final Duration maxDelay;
    private final Duration staleAfter;
    private final Duration safetyDelay;
    private final int maxResends;
    private final Duration afterResolution;

    @Inject
    InquiryPace(
            @RealTime Clock realTime,
            @ConfigProperty(name = "mypay.banking.inquiry.first-delay-millis", defaultValue = "1000") long firstDelay,
            @ConfigProperty(name = "mypay.banking.inquiry.max-delay-millis", defaultValue = "60000") long maxDelay,
            @ConfigProperty(name = "mypay.banking.inquiry.stale-after-millis", defaultValue = "15000") long staleAfter,
            @ConfigProperty(name = "mypay.banking.inquiry.safety-delay-millis", defaultValue = "3000") long safetyDelay,
            @ConfigProperty(name = "mypay.banking.inquiry.max-resends", defaultValue = "3") int maxResends,
            @ConfigProperty(name = "mypay.banking.inquiry.after-resolution-millis", defaultValue = "3600000")
                    long afterResolution) {
        this.realTime = realTime;
        this.firstDelay = Duration.ofMillis(firstDelay);
        this.maxDelay = Duration.ofMillis(maxDelay);
        this.staleAfter = Duration.ofMillis(staleAfter);
        this.safetyDelay = Duration.ofMillis(safetyDelay);
        this.maxResends = maxResends;
        this.afterResolution = Duration.ofMillis(afterResolution);
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected InquiryPace() {
        this(null, 0, 0, 0, 0, 0, 0);
    }

    Instant realTime() {
        return realTime.instant();
    }

    /** When a firmbanking that is being requested or sent now is taken for left behind. */
    Instant stale() {
        return realTime().plus(staleAfter);
    }

    Instant firstInquiry() {
        return realTime().plus(firstDelay);
    }

    /** Twice as long each time, up to the longest pause. */
    Instant nextInquiry(int inquiriesBefore) {
        int doublings = Math.min(inquiriesBefore + 1, 20);
        Duration delay = firstDelay.multipliedBy(1L << doublings);
        return realTime().plus(delay.compareTo(maxDelay) > 0 ? maxDelay : delay);
    }

    Instant afterSilence() {
        return realTime().plus(SILENCE);
    }

    /** When the bank is asked whether it was as staff has said: by then it can answer again, mostly. */
    Instant afterResolution() {
        return realTime().plus(afterResolution);
    }

    Instant afterSafetyDelay() {
        return realTime().plus(safetyDelay);
    }

    /** Whether the bank has been saying long enough that it received nothing. */
    boolean isSafeToResend(Instant notReceivedSince) {
        return !realTime().isBefore(notReceivedSince.plus(safetyDelay));
    }

    int maxResends() {
        return maxResends;
    }
}
