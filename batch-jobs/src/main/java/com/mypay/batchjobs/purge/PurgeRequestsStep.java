package com.mypay.batchjobs.purge;

import com.mypay.batchjobs.purge.ServiceRows.OpenWork;
import com.mypay.framework.log.Log;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * Removes answered request ids of all services. Those that services have sent to each other stay for as long as any service
 * has older work that is open: it may send them again, and then has to get its first answer.
 */
@Named
@Dependent
public class PurgeRequestsStep extends AbstractBatchlet {

    private static final Log LOG = Log.of(PurgeRequestsStep.class);

    private final PurgeRun run;
    private final PurgeSettings settings;
    private final ServiceRows rows;
    private final Clock clock;

    @Inject
    public PurgeRequestsStep(PurgeRun run, PurgeSettings settings, ServiceRows rows, Clock clock) {
        this.run = run;
        this.settings = settings;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String process() {
        return run.within("requests", this::purge);
    }

    @Override
    public void stop() {
        run.stop();
    }

    private void purge() {
        Instant before = clock.instant().minus(settings.requests());
        Instant ofServices = ServiceRows.SERVICES.stream()
                .map(service -> rows.openWork(service, before))
                .map(OpenWork::oldestOpenAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .filter(before::isAfter)
                .orElse(before);
        LOG.info("request ids from before {0}; those of services from before {1}", before, ofServices);
        for (String service : ServiceRows.SERVICES) {
            if (!run.isStopped()) {
                run.all("request ids of " + service, after -> rows.purgeRequests(service, before, ofServices, after));
            }
        }
    }
}
