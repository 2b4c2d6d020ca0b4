package com.mypay.banking.adapter.in.timer;

import com.mypay.banking.application.AskOpenFirmbankings;
import com.mypay.banking.application.SendWaitingFirmbankings;
import com.mypay.framework.log.Log;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks for open firmbankings twice a second, and five times a second for those that wait for their bank. Several servers
 * may do so at once: each firmbanking is claimed in the database before its bank is asked or called.
 */
@ApplicationScoped
public class OpenFirmbankingsTimer {

    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long SEND_EVERY_MILLIS = 200;

    /** As many waiting ones are with their banks at once as come by message. */
    private static final int LANES = 8;

    private static final Log LOG = Log.of(OpenFirmbankingsTimer.class);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private AskOpenFirmbankings askOpenFirmbankings;

    @Inject
    private SendWaitingFirmbankings sendWaitingFirmbankings;

    @Inject
    @ConfigProperty(name = "mypay.banking.inquiry.enabled", defaultValue = "true")
    private boolean enabled;

    private final List<ScheduledFuture<?>> running = new ArrayList<>();
    private final Set<String> lastFailures = ConcurrentHashMap.newKeySet();

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (enabled) {
            running.add(executor.scheduleWithFixedDelay(
                    () -> look("open", askOpenFirmbankings::ask),
                    LOOK_EVERY_MILLIS,
                    LOOK_EVERY_MILLIS,
                    TimeUnit.MILLISECONDS));
            running.add(executor.scheduleWithFixedDelay(
                    () -> look("waiting", () -> sendWaitingFirmbankings.send(this::inLanes)),
                    SEND_EVERY_MILLIS,
                    SEND_EVERY_MILLIS,
                    TimeUnit.MILLISECONDS));
        }
    }

    @PreDestroy
    void stop() {
        running.forEach(each -> each.cancel(false));
    }

    /** In lanes, because each waits for its bank. */
    private void inLanes(List<Runnable> sendings) {
        Queue<Runnable> left = new ConcurrentLinkedQueue<>(sendings);
        List<Callable<Void>> lanes = Collections.nCopies(Math.min(LANES, sendings.size()), () -> {
            for (Runnable next = left.poll(); next != null; next = left.poll()) {
                next.run();
            }
            return null;
        });
        try {
            executor.invokeAll(lanes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure (the database is away) must not end the repetition; the same one is said once. */
    private void look(String which, Runnable work) {
        try {
            work.run();
            lastFailures.removeIf(text -> text.startsWith(which));
        } catch (RuntimeException e) {
            String text = which + " firmbankings can't be looked after: " + e.getMessage();
            if (lastFailures.add(text)) {
                LOG.warning("{0}", text);
            }
        }
    }
}
