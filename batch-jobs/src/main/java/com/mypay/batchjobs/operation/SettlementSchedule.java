package com.mypay.batchjobs.operation;

import com.mypay.batchjobs.settle.SettlementJob;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.log.Log;
import com.mypay.settlement.application.FindCycles;
import com.mypay.settlement.domain.Holidays;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Settles the dates that wait, oldest first, one at a time, on business days from the configured time on; after a
 * weekend that is Friday, Saturday and Sunday. Several servers may have it on: the cycle's unique key lets one of their
 * jobs run. A date whose job has failed is not started again by itself: somebody should look, then restart it.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DeclareRoles("batch-jobs")
@RunAs("batch-jobs")
public class SettlementSchedule {

    private static final Log LOG = Log.of(SettlementSchedule.class);

    /** Of a date that ends before its cycle is there, on one day: then the database is ill. */
    private static final int MOST_STARTS = 3;

    @Inject
    @ConfigProperty(name = SettlementTime.KEY, defaultValue = "off")
    private String setting;

    @Inject
    private Clock clock;

    @Inject
    private Holidays holidays;

    @Inject
    private FindCycles findCycles;

    private SettlementTime time = new SettlementTime(Optional.empty());
    private @Nullable LocalDate lastStarted;
    private int starts;

    @PostConstruct
    void read() {
        time = SettlementTime.parse(setting);
        LOG.info("settlement schedule: {0}", setting);
    }

    @Schedule(hour = "*", minute = "*", persistent = false)
    void look() {
        if (time.isOff()) {
            return;
        }
        try {
            if (time.hasCome(clock.instant(), holidays.around(BusinessClock.businessDate(clock)))) {
                startNext(BatchRuntime.getJobOperator());
            }
        } catch (BatchRuntimeException e) {
            LOG.error("the schedule can't start a settlement", e);
        }
    }

    private void startNext(JobOperator operator) {
        if (isOneRunning(operator)) {
            return;
        }
        List<LocalDate> dates =
                findCycles.datesToSettle(BusinessClock.businessDate(clock).minusDays(1));
        if (!dates.isEmpty() && mayStart(dates.get(0))) {
            Properties parameters = new Properties();
            parameters.setProperty("businessDate", dates.get(0).toString());
            long execution = operator.start(SettlementJob.NAME, parameters);
            LOG.info("the schedule settles {0}: execution {1}", dates.get(0), execution);
        }
    }

    private boolean mayStart(LocalDate date) {
        starts = date.equals(lastStarted) ? starts + 1 : 1;
        lastStarted = date;
        return starts <= MOST_STARTS;
    }

    private static boolean isOneRunning(JobOperator operator) {
        try {
            return !operator.getRunningExecutions(SettlementJob.NAME).isEmpty();
        } catch (NoSuchJobException e) {
            return false;
        }
    }
}
