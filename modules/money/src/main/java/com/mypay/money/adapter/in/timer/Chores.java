package com.mypay.money.adapter.in.timer;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.value.Ids;
import com.mypay.money.application.AskOpenCharges;
import com.mypay.money.application.CheckpointAccounts;
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

/** What money does again and again, on each server: asks banking about open charges, makes checkpoints. */
@ApplicationScoped
public class Chores {

    private static final Log LOG = Log.of(Chores.class);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private AskOpenCharges askOpenCharges;

    @Inject
    private CheckpointAccounts checkpointAccounts;

    @Inject
    private Ids ids;

    @Inject
    @ConfigProperty(name = "mypay.money.open-charges.ask-every-seconds", defaultValue = "10")
    private long askEverySeconds;

    @Inject
    @ConfigProperty(name = "mypay.money.checkpoint.every-seconds", defaultValue = "600")
    private long checkpointEverySeconds;

    private final List<ScheduledFuture<?>> schedules = new ArrayList<>();

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        schedule("ask open charges", askEverySeconds, askOpenCharges::ask);
        schedule("checkpoint accounts", checkpointEverySeconds, checkpointAccounts::make);
    }

    @PreDestroy
    void stop() {
        schedules.forEach(schedule -> schedule.cancel(false));
    }

    private void schedule(String name, long everySeconds, Runnable work) {
        Runnable chore = () -> new CallContext(Guid.issuedBy(ids), 0, Caller.service("money"), name)
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
