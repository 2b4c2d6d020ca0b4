package com.mypay.batchjobs.slips;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.value.Ids;
import com.mypay.settlement.application.FindImports;
import com.mypay.settlement.domain.SlipImport;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The file that a job imports, and its business transaction: one GUID for all its restarts, kept with the import. */
@Dependent
public class ImportJob {

    public static final String NAME = "import-slips";

    private static final Caller CALLER = Caller.service("batch");

    private final FindImports findImports;
    private final JobContext jobContext;
    private final Ids ids;
    private @Nullable Guid guid;

    @Inject
    public ImportJob(FindImports findImports, JobContext jobContext, Ids ids) {
        this.findImports = findImports;
        this.jobContext = jobContext;
        this.ids = ids;
    }

    long instanceId() {
        return jobContext.getInstanceId();
    }

    /** As it is now. */
    SlipImport current() {
        return findImports.byJob(instanceId());
    }

    /** In the context of the import if there is one already, else in a new one, which the import will keep. */
    <T extends @Nullable Object> T call(String step, Supplier<T> work) {
        Guid known = guid;
        if (known == null) {
            known = findImports
                    .ofJob(instanceId())
                    .map(found -> new Guid(found.guid()))
                    .orElseGet(() -> Guid.issuedBy(ids));
            guid = known;
        }
        return context(known, step).call(work);
    }

    /** The context of the import; empty as long as there is none. */
    Optional<CallContext> contextOf(String step) {
        return findImports.ofJob(instanceId()).map(found -> context(new Guid(found.guid()), step));
    }

    private static CallContext context(Guid guid, String step) {
        return new CallContext(guid, 0, CALLER, NAME + "/" + step);
    }
}
