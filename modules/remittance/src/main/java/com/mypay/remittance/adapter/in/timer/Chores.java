package com.mypay.remittance.adapter.in.timer;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.value.Ids;
import com.mypay.remittance.application.AskAgain;
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

/** What remittance does again and again, on each server: sends commands again whose answers are due. */
@ApplicationScoped
public class Chores {

    private static final Log LOG = Log.of(Chores.class);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private AskAgain askAgain;

    @Inject
    private Ids ids;

    @Inject
    @ConfigProperty(name = "mypay.remittance.ask-again.every-seconds", defaultValue = "5")
    private long askAgainEverySeconds;

    private final List<ScheduledFuture<?>> schedules = new ArrayList<>();

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        schedule("ask again", askAgainEverySeconds, askAgain::ask);
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
