package com.mypay.batchjobs.purge;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.value.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the steps have in common: a GUID, chunk after chunk until the end, or until somebody stops the job. */
@Dependent
public class PurgeRun {

    static final String JOB = "purge-finished";
    static final String COMPLETED = "COMPLETED";
    static final String STOPPED = "STOPPED";

    private static final Log LOG = Log.of(PurgeRun.class);
    private static final Caller CALLER = Caller.service("batch");

    private final Ids ids;
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Inject
    public PurgeRun(Ids ids) {
        this.ids = ids;
    }

    /** @return the step's exit status */
    String within(String step, Runnable work) {
        new CallContext(Guid.issuedBy(ids), 0, CALLER, JOB + "/" + step).run(work);
        return stopped.get() ? STOPPED : COMPLETED;
    }

    /** Ends after the chunk that runs. */
    void stop() {
        stopped.set(true);
    }

    boolean isStopped() {
        return stopped.get();
    }

    /**
     * @param chunk removes the chunk behind a key
     * @param what for the log
     */
    void all(String what, Function<@Nullable String, ServiceRows.Purged> chunk) {
        long removed = 0;
        @Nullable String after = null;
        do {
            ServiceRows.Purged purged = chunk.apply(after);
            removed += purged.removed();
            after = purged.last();
        } while (after != null && !isStopped());
        LOG.info("{0}: {1} rows removed", what, removed);
    }
}
