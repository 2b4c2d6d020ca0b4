package com.mypay.payment.adapter.in.timer;

import com.mypay.framework.log.Log;
import com.mypay.payment.application.DecidePayments;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Has what is in doubt decided, every few seconds. */
@ApplicationScoped
public class DecideTimer {

    private static final Log LOG = Log.of(DecideTimer.class);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private DecidePayments decidePayments;

    @Inject
    @ConfigProperty(name = "mypay.payment.decide-every-seconds", defaultValue = "2")
    private int everySeconds;

    private @Nullable ScheduledFuture<?> schedule;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        schedule = executor.scheduleWithFixedDelay(this::decide, everySeconds, everySeconds, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    /** An exception would end the schedule for good. */
    private void decide() {
        try {
            decidePayments.decide();
        } catch (RuntimeException e) {
            LOG.warning("payments in doubt could not be looked at: {0}", e.getMessage());
        }
    }
}
