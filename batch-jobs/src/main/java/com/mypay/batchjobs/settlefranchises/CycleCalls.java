package com.mypay.batchjobs.settlefranchises;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.value.Ids;
import com.mypay.settlement.application.BusinessDates;
import com.mypay.settlement.application.FindCycles;
import com.mypay.settlement.domain.Cycle;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The call context of the job's threads: each step and each partition works under the GUID that the cycle got when it
 * was frozen, restarts included.
 */
@Dependent
class CycleCalls {

    private static final String OPERATION = "settle-franchises";

    @Inject
    private FindCycles findCycles;

    @Inject
    private Ids ids;

    /** Under a new GUID: no cycle is known yet. */
    <T extends @Nullable Object> T first(Supplier<T> work) {
        return context(Guid.issuedBy(ids)).call(work);
    }

    /** @throws IllegalStateException if the step before has left no cycle of this date */
    <T extends @Nullable Object> T call(String businessDate, Function<Cycle, T> work) {
        Cycle cycle = first(() -> findCycles.openedOn(BusinessDates.parse(businessDate)))
                .orElseThrow(() -> new IllegalStateException("there is no cycle of " + businessDate));
        return context(new Guid(cycle.guid())).call(() -> work.apply(cycle));
    }

    /** With a cycle that is known already. */
    <T extends @Nullable Object> T call(Cycle cycle, Supplier<T> work) {
        return context(new Guid(cycle.guid())).call(work);
    }

    private static CallContext context(Guid guid) {
        return new CallContext(guid, 0, Caller.service("settlement"), OPERATION);
    }
}
