package com.mypay.batchjobs.reconcile;

import com.mypay.batchjobs.reconcile.BankStatements.NotOverException;
import com.mypay.batchjobs.reconcile.BankStatements.Progress;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.value.Ids;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Has banking compare each corporate account's statement of a date, slice after slice. How far it is stands with banking: so
 * a restart, or another job for the same date, goes on there, and one that is done costs a call an account.
 */
@Named
@Dependent
public class ReconcileStep extends AbstractBatchlet {

    static final String JOB = "reconcile-bank-statement";
    static final String COMPLETED = "COMPLETED";
    static final String COMPLETED_WITH_ITEMS = "COMPLETED_WITH_ITEMS";
    static final String STOPPED = "STOPPED";
    static final String BUSINESS_DATE_MALFORMED = "BUSINESS_DATE_MALFORMED";
    static final String BUSINESS_DATE_NOT_OVER = "BUSINESS_DATE_NOT_OVER";

    private static final Log LOG = Log.of(ReconcileStep.class);
    private static final Caller CALLER = Caller.service("batch");

    private final BankStatements statements;
    private final JobContext jobContext;
    private final Ids ids;
    private final @Nullable String businessDate;
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Inject
    public ReconcileStep(
            BankStatements statements,
            JobContext jobContext,
            Ids ids,
            @BatchProperty(name = "businessDate") @Nullable String businessDate) {
        this.statements = statements;
        this.jobContext = jobContext;
        this.ids = ids;
        this.businessDate = businessDate;
    }

    @Override
    public String process() {
        String exitStatus = new CallContext(Guid.issuedBy(ids), 0, CALLER, JOB)
                .call(() -> date() == null ? malformed() : reconcile());
        if (!exitStatus.equals(STOPPED)) {
            jobContext.setExitStatus(exitStatus);
        }
        return exitStatus;
    }

    /** Ends after the slice that runs. */
    @Override
    public void stop() {
        stopped.set(true);
    }

    private String malformed() {
        LOG.warning("businessDate is missing or not written yyyy-MM-dd: {0}", String.valueOf(businessDate));
        return BUSINESS_DATE_MALFORMED;
    }

    private @Nullable LocalDate date() {
        try {
            return businessDate == null ? null : LocalDate.parse(businessDate);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private String reconcile() {
        LocalDate date = LocalDate.parse(String.valueOf(businessDate));
        int items = 0;
        try {
            for (String account : statements.corporateAccounts()) {
                Progress progress = statements.reconcile(account, date);
                while (!progress.ended() && !stopped.get()) {
                    progress = statements.reconcile(account, date);
                }
                LOG.info(
                        "statement of {0}, account {1}: {2} lines, {3} differences",
                        date, account, progress.lines(), progress.items());
                items += progress.items();
                if (stopped.get()) {
                    return STOPPED;
                }
            }
        } catch (NotOverException e) {
            LOG.error("the banks may still add to their statements of " + date, e);
            return BUSINESS_DATE_NOT_OVER;
        }
        return items == 0 ? COMPLETED : COMPLETED_WITH_ITEMS;
    }
}
