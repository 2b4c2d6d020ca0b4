package com.mypay.banking.adapter.in.timer;

import com.mypay.banking.application.AskOpenFirmbankings;
import com.mypay.framework.log.Log;
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

/**
 * Looks for open firmbankings twice a second. Several servers may do so at once: each firmbanking is claimed in the
 * database before its bank is asked.
 */
@ApplicationScoped
public class OpenFirmbankingsTimer {

    private static final long LOOK_EVERY_MILLIS = 500;
    private static final Log LOG = Log.of(OpenFirmbankingsTimer.class);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private AskOpenFirmbankings askOpenFirmbankings;

    @Inject
    @ConfigProperty(name = "mypay.banking.inquiry.enabled", defaultValue = "true")
    private boolean enabled;

    private @Nullable ScheduledFuture<?> running;
    private @Nullable String lastFailure;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (enabled) {
            running = executor.scheduleWithFixedDelay(
                    this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() {
        if (running != null) {
            running.cancel(false);
        }
    }

    /** A failure (the database is away) must not end the repetition; the same one is said once. */
    private void look() {
        try {
            askOpenFirmbankings.ask();
            lastFailure = null;
        } catch (RuntimeException e) {
            String text = String.valueOf(e.getMessage());
            if (!text.equals(lastFailure)) {
                LOG.warning("open firmbankings can't be looked after: {0}", text);
            }
            lastFailure = text;
        }
    }
}
