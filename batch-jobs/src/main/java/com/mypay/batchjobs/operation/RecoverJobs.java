package com.mypay.batchjobs.operation;

import com.mypay.framework.log.Log;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/**
 * After a crash: executions that this server left in STARTED are found and become FAILED as soon as somebody asks the
 * batch runtime anything. This asks. Restarting them is the operator's decision ({@code mypay settle}).
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DeclareRoles("batch-jobs")
@RunAs("batch-jobs")
public class RecoverJobs {

    private static final Log LOG = Log.of(RecoverJobs.class);

    @Inject
    private JobOperator operator;

    @PostConstruct
    void recover() {
        recover(operator);
    }

    static void recover(JobOperator operator) {
        try {
            LOG.info("jobs in the repository: {0}", operator.getJobNames());
        } catch (BatchRuntimeException e) {
            // A startup bean that throws takes the application down; the schedule or an operator will ask again
            LOG.error("the job repository does not answer", e);
        }
    }
}
