package com.mypay.batchjobs.operation;

import com.mypay.batchjobs.settle.SettlementJob;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.value.Ids;
import com.mypay.settlement.application.FindCycles;
import com.mypay.settlement.domain.BusinessCalendar;
import com.mypay.settlement.domain.Holidays;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.enterprise.context.Dependent;
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
 * jobs run. A date whose job has failed is not started again by itself: somebody should look, then restart it; the dates
 * after it are settled meanwhile.
 */
@Dependent
public class ScheduledSettlements {

    private static final Log LOG = Log.of(ScheduledSettlements.class);
    private static final Caller CALLER = Caller.service("batch");

    /** Of a date whose jobs end before its cycle is there, on one day: then the database is ill. */
    private static final int MOST_STARTS = 3;

    /** So long before the last known holiday somebody is told to write those that come. */
    private static final int WARNED_DAYS = 30;

    private final SettlementTime time;
    private final Clock clock;
    private final Holidays holidays;
    private final FindCycles findCycles;
    private final JobOperator operator;
    private final Ids ids;

    private record Attempt(LocalDate businessDate, LocalDate day) {}

    private @Nullable Attempt lastAttempt;
    private int starts;
    private @Nullable LocalDate calendarLookedAt;
    private @Nullable LocalDate restsOn;
    private @Nullable String lastFailure;

    @Inject
    public ScheduledSettlements(
            @ConfigProperty(name = SettlementTime.KEY, defaultValue = "off") String setting,
            Clock clock,
            Holidays holidays,
            FindCycles findCycles,
            JobOperator operator,
            Ids ids) {
        this.time = SettlementTime.parse(setting);
        this.clock = clock;
        this.holidays = holidays;
        this.findCycles = findCycles;
        this.operator = operator;
        this.ids = ids;
        LOG.info("settlement schedule: {0}", setting);
    }

    boolean isOff() {
        return time.isOff();
    }

    /** To be called again and again. A failure is told, once, and leaves the next call its chance. */
    void look() {
        if (time.isOff()) {
            return;
        }
        new CallContext(Guid.issuedBy(ids), 0, CALLER, "schedule").run(() -> {
            try {
                LocalDate today = BusinessClock.businessDate(clock);
                BusinessCalendar calendar = holidays.around(today);
                if (time.hasCome(clock.instant(), calendar) && !isOneRunning()) {
                    startNext(today);
                    warnOfCalendarsEnd(today);
                }
                tellOfRest(today, calendar);
                lastFailure = null;
            } catch (RuntimeException e) {
                if (!e.toString().equals(lastFailure)) {
                    LOG.error("the schedule can't start a settlement", e);
                }
                lastFailure = e.toString();
            }
        });
    }

    private void tellOfRest(LocalDate today, BusinessCalendar calendar) {
        if (!calendar.isBusinessDay(today) && !today.equals(restsOn)) {
            restsOn = today;
            LOG.info("the schedule rests on {0}, which is no business day", today);
        }
    }

    private void warnOfCalendarsEnd(LocalDate today) {
        if (!today.equals(calendarLookedAt)) {
            calendarLookedAt = today;
            Optional<LocalDate> last = holidays.last();
            if (holidays.daysLeft(today) < WARNED_DAYS) {
                LOG.warning(
                        "the calendar of holidays ends: its last one is {0}; write those that come into HOLIDAY",
                        last.map(LocalDate::toString).orElse("none"));
            }
        }
    }

    private void startNext(LocalDate today) {
        List<LocalDate> dates = findCycles.datesToSettle(today.minusDays(1));
        if (!dates.isEmpty() && mayStart(new Attempt(dates.get(0), today))) {
            Properties parameters = new Properties();
            parameters.setProperty("businessDate", dates.get(0).toString());
            long execution = operator.start(SettlementJob.NAME, parameters);
            LOG.info("the schedule settles {0}: execution {1}", dates.get(0), execution);
        }
    }

    private boolean mayStart(Attempt attempt) {
        starts = attempt.equals(lastAttempt) ? starts + 1 : 1;
        lastAttempt = attempt;
        if (starts == MOST_STARTS + 1) {
            LOG.warning(
                    "{0} jobs of {1} have ended without a cycle: no more of them today; look at their logs",
                    MOST_STARTS, attempt.businessDate());
        }
        return starts <= MOST_STARTS;
    }

    private boolean isOneRunning() {
        try {
            return !operator.getRunningExecutions(SettlementJob.NAME).isEmpty();
        } catch (NoSuchJobException e) {
            return false;
        }
    }
}
