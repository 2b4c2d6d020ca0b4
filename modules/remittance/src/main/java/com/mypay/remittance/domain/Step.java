package com.mypay.remittance.domain;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a remittance waits for: a command was sent, its answer is to come. Where each answer leads is the table in
 * {@link RemittanceProcess}.
 */
public enum Step {
    //          status               ask again after          sent
    /** To a member: {@code transfer-money.v1} to money moves amount and fee in one entry. */
    TRANSFER(RemittanceStatus.PREPARING, Duration.ofSeconds(30)),
    /** To an account: {@code hold-money.v1} to money sets amount and fee aside. */
    HOLD(RemittanceStatus.PREPARING, Duration.ofSeconds(30)),
    /** The balance is short: {@code top-up-money.v1} to money, which answers once the charge has ended. */
    TOP_UP(RemittanceStatus.PREPARING, Duration.ofSeconds(60)),
    /** {@code firmbanking-requested.v1} to banking: the corporate account pays the payee. */
    FIRMBANKING(RemittanceStatus.SENT, Duration.ofSeconds(60)),
    /** The bank has paid: {@code capture-money.v1} to money takes what was held. */
    CAPTURE(null, Duration.ofSeconds(30)),
    /** Nothing was paid: {@code release-money.v1} to money gives back what was held. The only compensation. */
    RELEASE(null, Duration.ofSeconds(30));

    /** However often there was no answer, it is asked again after this long. */
    public static final Duration LONGEST_PATIENCE = Duration.ofMinutes(5);

    private final @Nullable RemittanceStatus status;
    private final Duration firstPatience;

    Step(@Nullable RemittanceStatus status, Duration firstPatience) {
        this.status = status;
        this.firstPatience = firstPatience;
    }

    /** What the remittance becomes when it comes to this step; empty: it stays what it is. */
    public Optional<RemittanceStatus> status() {
        return Optional.ofNullable(status);
    }

    /**
     * How long an answer is waited for before the same command is sent again: twice as long each time.
     *
     * @param sends how often it was sent, from 1
     */
    public Duration patience(int sends) {
        Duration patience = firstPatience;
        for (int i = 1; i < sends && patience.compareTo(LONGEST_PATIENCE) < 0; i++) {
            patience = patience.multipliedBy(2);
        }
        return patience.compareTo(LONGEST_PATIENCE) < 0 ? patience : LONGEST_PATIENCE;
    }

    /** Whether the sender's next remittance has to wait for it: both would spend the same balance. */
    public boolean isMoneyStep() {
        return status == RemittanceStatus.PREPARING;
    }

    /** Whether nothing has moved and nothing is told to anybody outside, so that a cancellation can still be noted. */
    public boolean isCancellable() {
        return this == HOLD || this == TOP_UP;
    }
}
