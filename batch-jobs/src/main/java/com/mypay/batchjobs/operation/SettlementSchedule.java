package com.mypay.batchjobs.operation;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** The clock of {@link ScheduledSettlements}, with the identity that may start jobs. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DeclareRoles("batch-jobs")
@RunAs("batch-jobs")
public class SettlementSchedule {

    @Inject
    private ScheduledSettlements settlements;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void look() {
        settlements.look();
    }
}
