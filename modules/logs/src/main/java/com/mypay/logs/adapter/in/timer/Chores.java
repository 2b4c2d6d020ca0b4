package com.mypay.logs.adapter.in.timer;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.value.Ids;
import com.mypay.logs.application.ArchiveDays;
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

/** What logs does again and again, on each server: looks for days to archive and tables to empty. */
@ApplicationScoped
public class Chores {

    private static final Log LOG = Log.of(Chores.class);
    private static final String ARCHIVE = "archive days";

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private ArchiveDays archiveDays;

    @Inject
    private Ids ids;

    @Inject
    @ConfigProperty(name = "mypay.logs.archive.every-seconds", defaultValue = "60")
    private long archiveEverySeconds;

    private @Nullable ScheduledFuture<?> schedule;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Runnable chore = () ->
                new CallContext(Guid.issuedBy(ids), 0, Caller.service("logs"), ARCHIVE).run(this::archiveAndSurvive);
        schedule = executor.scheduleWithFixedDelay(chore, archiveEverySeconds, archiveEverySeconds, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(false);
        }
    }

    /** A schedule ends for good at the first exception that it lets out. */
    private void archiveAndSurvive() {
        try {
            archiveDays.archive();
        } catch (RuntimeException e) {
            LOG.warning("{0} failed and is tried again: {1}", ARCHIVE, e);
        }
    }
}
