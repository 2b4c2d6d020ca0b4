package com.mypay.batchjobs.operation;

import com.mypay.framework.config.ConfigurationException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clock of {@link ScheduledSettlements} and {@link DailyJobs}, with the identity that may start jobs. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DeclareRoles("batch-jobs")
@RunAs("batch-jobs")
public class SettlementSchedule {

    static final String LOOK_EVERY = "mypay.batch.settle.look-every-seconds";

    private static final long LONGEST_PAUSE_SECONDS = 3_600;

    @Inject
    private ScheduledSettlements settlements;

    @Inject
    private DailyJobs dailyJobs;

    @Inject
    @ConfigProperty(name = LOOK_EVERY, defaultValue = "60")
    private long lookEverySeconds;

    @Resource
    private TimerService timers;

    @PostConstruct
    void start() {
        long pause = pause(lookEverySeconds).toMillis();
        if (!settlements.isOff() || !dailyJobs.areOff()) {
            timers.createIntervalTimer(pause, pause, new TimerConfig(null, false));
        }
    }

    static Duration pause(long seconds) {
        if (seconds < 1 || seconds > LONGEST_PAUSE_SECONDS) {
            throw new ConfigurationException(
                    LOOK_EVERY, "write 1 to " + LONGEST_PAUSE_SECONDS + " seconds, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    @Timeout
    void look() {
        settlements.look();
        dailyJobs.look();
    }
}
