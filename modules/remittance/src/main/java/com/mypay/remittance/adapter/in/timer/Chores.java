package com.mypay.remittance.adapter.in.timer;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.value.Ids;
import com.mypay.remittance.application.AskAgain;
import com.mypay.remittance.application.ForgetConfirmations;
import com.mypay.remittance.application.RunStandingRemittances;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What remittance does again and again, on each server: sends commands again whose answers are due, requests standing
 * remittances whose day has come, forgets old confirmations.
 */
@ApplicationScoped
public class Chores {

    private static final Log LOG = Log.of(Chores.class);

    private static final long FORGET_EVERY_SECONDS = 3_600;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private AskAgain askAgain;

    @Inject
    private RunStandingRemittances runStandingRemittances;

    @Inject
    private ForgetConfirmations forgetConfirmations;

    @Inject
    private Ids ids;

    @Inject
    @ConfigProperty(name = "mypay.remittance.ask-again.every-seconds", defaultValue = "5")
    private long askAgainEverySeconds;

    @Inject
    @ConfigProperty(name = "mypay.remittance.standing.run-every-seconds", defaultValue = "10")
    private long runStandingEverySeconds;

    private final List<ScheduledFuture<?>> schedules = new ArrayList<>();

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        schedule("ask again", askAgainEverySeconds, askAgain::ask);
        schedule("run standing remittances", runStandingEverySeconds, runStandingRemittances::run);
        schedule("forget confirmations", FORGET_EVERY_SECONDS, forgetConfirmations::forget);
    }

    @PreDestroy
    void stop() {
        schedules.forEach(schedule -> schedule.cancel(false));
    }

    private void schedule(String name, long everySeconds, Runnable work) {
        Runnable chore = () -> new CallContext(Guid.issuedBy(ids), 0, Caller.service("remittance"), name)
                .run(() -> runAndSurvive(name, work));
        schedules.add(executor.scheduleWithFixedDelay(chore, everySeconds, everySeconds, TimeUnit.SECONDS));
    }

    /** A schedule ends for good at the first exception that it lets out. */
    private static void runAndSurvive(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("{0} failed, and is tried again later", e, name);
        }
    }
}
