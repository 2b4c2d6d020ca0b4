package com.mypay.batchjobs.runtime;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.config.ConfigurationException;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.settlement.application.FindCycles;
import com.mypay.settlement.domain.Holidays;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RunAs;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts the settlement of all dates up to yesterday that have none, once a business day. On several servers each starts
 * it: the cycle is unique, so one of them runs and the others are refused.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@DeclareRoles("batch-jobs")
@RunAs("batch-jobs")
public class SettleSchedule {

    private static final Log LOG = Log.of(SettleSchedule.class);
    private static final String KEY = "mypay.batch.settle.schedule";
    private static final String OFF = "off";

    @Resource
    private TimerService timerService;

    @Inject
    @ConfigProperty(name = KEY, defaultValue = OFF)
    private String schedule;

    @Inject
    private FindCycles findCycles;

    @Inject
    private Holidays holidays;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    @Inject
    private Ids ids;

    @PostConstruct
    void start() {
        if (schedule.equals(OFF)) {
            return;
        }
        LocalTime time = time();
        Timer timer = timerService.createCalendarTimer(
                new ScheduleExpression()
                        .hour(time.getHour())
                        .minute(time.getMinute())
                        .timezone(BusinessClock.SEOUL.getId()),
                new TimerConfig(KEY, false));
        LOG.info("settlement is scheduled, next at {0}", timer.getNextTimeout().toInstant());
    }

    @Timeout
    void settle() {
        LocalDate today = BusinessClock.businessDate(clock);
        context().run(() -> {
            if (!transactions.inTransaction(() -> holidays.around(today)).isBusinessDay(today)) {
                return;
            }
            findCycles.datesToSettle(today.minusDays(1)).forEach(SettleSchedule::start);
        });
    }

    private static void start(LocalDate businessDate) {
        Properties parameters = new Properties();
        parameters.setProperty("businessDate", businessDate.toString());
        try {
            long execution = BatchRuntime.getJobOperator().start("settle-franchises", parameters);
            LOG.info("settlement of {0} started by schedule, execution {1}", businessDate, execution);
        } catch (BatchRuntimeException e) {
            LOG.error("the scheduled settlement of {0} could not be started", e, businessDate);
        }
    }

    private CallContext context() {
        return new CallContext(Guid.issuedBy(ids), 0, Caller.service("settlement"), "schedule/settle-franchises");
    }

    private LocalTime time() {
        try {
            return LocalTime.parse(schedule);
        } catch (DateTimeParseException e) {
            throw new ConfigurationException(KEY, "write off or a time like 02:00, not " + schedule);
        }
    }
}
