package com.mypay.batchjobs.runtime;

import com.mypay.framework.log.Log;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;

/**
 * After a crash the executions of this server stay STARTED until somebody asks its batch runtime something. So this
 * bean asks at the start; then they are FAILED and can be restarted, by the operator or by {@code mypay settle}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DeclareRoles("batch-jobs")
@RunAs("batch-jobs")
public class RecoverJobs {

    private static final Log LOG = Log.of(RecoverJobs.class);

    /** A start-up bean that throws would keep the whole application from starting. */
    @PostConstruct
    void recover() {
        try {
            LOG.info(
                    "batch jobs known at the start: {0}",
                    BatchRuntime.getJobOperator().getJobNames());
        } catch (BatchRuntimeException e) {
            LOG.error("executions that a crash has left behind can't be recovered; restart the server", e);
        }
    }
}
