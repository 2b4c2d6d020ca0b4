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
import java.util.List;
import java.util.Objects;

/**
 * Removes finished messages of all services. A message goes on the sender's and on all receivers' side in the same run, so
 * that what was sent and what was received can be compared afterwards as before: all messages whose GUID is smaller than
 * that of any message that isn't finished everywhere for as long as messages are kept, dead letters among them.
 */
@Named
@Dependent
public class PurgeMessagesStep extends AbstractBatchlet {

    private static final Log LOG = Log.of(PurgeMessagesStep.class);

    /** Where nothing is unfinished: above every GUID. */
    private static final String ALL = "f".repeat(32);

    private final PurgeRun run;
    private final PurgeSettings settings;
    private final ServiceRows rows;
    private final Clock clock;

    @Inject
    public PurgeMessagesStep(PurgeRun run, PurgeSettings settings, ServiceRows rows, Clock clock) {
        this.run = run;
        this.settings = settings;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String process() {
        return run.within("messages", this::purge);
    }

    @Override
    public void stop() {
        run.stop();
    }

    private void purge() {
        Instant before = clock.instant().minus(settings.messages());
        String oldest = ServiceRows.SERVICES.stream()
                .map(service -> rows.openWork(service, before))
                .map(OpenWork::oldestMessageGuid)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(ALL);
        LOG.info("messages that were finished before {0} and have a smaller GUID than {1}", before, oldest);
        for (String service : ServiceRows.SERVICES) {
            for (String direction : List.of("OUT", "IN")) {
                if (!run.isStopped()) {
                    run.all(
                            "messages " + direction + " of " + service,
                            after -> rows.purgeMessages(service, direction, before, oldest, after));
                }
            }
        }
    }
}
