package com.mypay.remittance.application;

import com.mypay.framework.value.Won;
import com.mypay.remittance.domain.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What of remittance's rules is configuration. */
@ApplicationScoped
class RemittanceSettings {

    @Inject
    @ConfigProperty(name = "mypay.remittance.limit.basic.per-call-won", defaultValue = "300000")
    private long basicPerCallWon;

    @Inject
    @ConfigProperty(name = "mypay.remittance.limit.basic.per-day-won", defaultValue = "500000")
    private long basicPerDayWon;

    @Inject
    @ConfigProperty(name = "mypay.remittance.limit.basic.per-month-won", defaultValue = "2000000")
    private long basicPerMonthWon;

    @Inject
    @ConfigProperty(name = "mypay.remittance.limit.verified.per-call-won", defaultValue = "2000000")
    private long verifiedPerCallWon;

    @Inject
    @ConfigProperty(name = "mypay.remittance.limit.verified.per-day-won", defaultValue = "5000000")
    private long verifiedPerDayWon;

    @Inject
    @ConfigProperty(name = "mypay.remittance.limit.verified.per-month-won", defaultValue = "50000000")
    private long verifiedPerMonthWon;

    @Inject
    @ConfigProperty(name = "mypay.remittance.work-list.after-seconds", defaultValue = "1800")
    private long workListAfterSeconds;

    @Inject
    @ConfigProperty(name = "mypay.remittance.confirmations-per-hour", defaultValue = "60")
    private int confirmationsPerHour;

    @Produces
    @Singleton
    public ConfirmationLimit confirmationLimit() {
        return new ConfirmationLimit(confirmationsPerHour);
    }

    @Produces
    @Singleton
    public WorkListLimit workListLimit() {
        return new WorkListLimit(Duration.ofSeconds(workListAfterSeconds));
    }

    @Produces
    @Singleton
    public Limits.ByLevel limits() {
        return new Limits.ByLevel(
                limits(basicPerCallWon, basicPerDayWon, basicPerMonthWon),
                limits(verifiedPerCallWon, verifiedPerDayWon, verifiedPerMonthWon));
    }

    private static Limits limits(long perCallWon, long perDayWon, long perMonthWon) {
        return new Limits(Won.won(perCallWon), Won.won(perDayWon), Won.won(perMonthWon));
    }
}
