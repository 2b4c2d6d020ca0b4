package com.mypay.batchjobs.settle;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.Ids;
import com.mypay.settlement.application.BusinessDates;
import com.mypay.settlement.application.FindCycles;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The business date that a job settles, and its business transaction: one GUID for all its threads and all its restarts,
 * kept with the cycle. Batch threads belong to the server, so the context is set around each piece of work and taken
 * away again.
 */
@Dependent
public class SettlementJob {

    public static final String NAME = "settle-franchises";

    private static final Caller CALLER = Caller.service("batch");

    private final FindCycles findCycles;
    private final Ids ids;
    private @Nullable Cycle cycle;

    @Inject
    public SettlementJob(FindCycles findCycles, Ids ids) {
        this.findCycles = findCycles;
        this.ids = ids;
    }

    /** Before there is a cycle: in its context if it is there already, else in a new one, which the cycle will keep. */
    <T> T begin(LocalDate businessDate, Supplier<T> work) {
        Guid guid = findCycles
                .openedOn(businessDate)
                .map(opened -> new Guid(opened.guid()))
                .orElseGet(() -> Guid.issuedBy(ids));
        return context(guid, "freeze").call(work);
    }

    /** In the context of the cycle that the job has frozen. */
    <T extends @Nullable Object> T call(String businessDate, String step, Supplier<T> work) {
        return context(new Guid(cycle(businessDate).guid()), step).call(work);
    }

    void run(String businessDate, String step, Runnable work) {
        context(new Guid(cycle(businessDate).guid()), step).run(work);
    }

    /** The context of the cycle of that date; empty as long as there is none. */
    Optional<CallContext> contextOf(@Nullable String businessDate, String step) {
        try {
            return findCycles
                    .openedOn(BusinessDates.parse(businessDate))
                    .map(opened -> context(new Guid(opened.guid()), step));
        } catch (RejectedException e) {
            return Optional.empty(); // no date: the step that freezes says so
        }
    }

    /** As it was when this artifact first asked: its id, its date, its ranges never change. */
    Cycle cycle(String businessDate) {
        Cycle known = cycle;
        if (known == null) {
            LocalDate date = BusinessDates.parse(businessDate);
            known = findCycles
                    .openedOn(date)
                    .orElseThrow(() -> new IllegalStateException("no cycle of " + date + " was frozen"));
            cycle = known;
        }
        return known;
    }

    CycleId cycleId(String businessDate) {
        return cycle(businessDate).id();
    }

    private static CallContext context(Guid guid, String step) {
        return new CallContext(guid, 0, CALLER, NAME + "/" + step);
    }
}
