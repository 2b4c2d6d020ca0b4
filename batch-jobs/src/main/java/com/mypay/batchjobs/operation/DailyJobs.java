package com.mypay.batchjobs.operation;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.value.Ids;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Starts the jobs that run once a day, each from its configured time on; one that has failed is started again the same day,
 * a few times: a bank that doesn't answer now may answer later. Several servers may have it on, and a server that is started
 * again starts them again: none of these jobs does anything twice.
 */
@Dependent
public class DailyJobs {

    static final String PURGE = "mypay.batch.purge.schedule";
    static final String RECONCILE = "mypay.batch.reconcile.schedule";

    private static final Log LOG = Log.of(DailyJobs.class);
    private static final Caller CALLER = Caller.service("batch");

    /** Of a job on one day. */
    private static final int MOST_STARTS = 3;

    /** What a job has failed of may have passed by then. */
    private static final Duration RETRY_AFTER = Duration.ofMinutes(30);

    /** Each job's key. */
    private static final Map<String, Daily> JOBS = new TreeMap<>(
            Map.of(PURGE, new Daily("purge-finished", false), RECONCILE, new Daily("reconcile-bank-statement", true)));

    private final Map<String, SettlementTime> times = new TreeMap<>();
    private final Map<String, Start> lastStarts = new TreeMap<>();
    private final Map<String, String> lastFailures = new TreeMap<>();
    private final Clock clock;
    private final JobOperator operator;
    private final Ids ids;

    /** @param ofYesterday whether it is about a date: then yesterday */
    private record Daily(String job, boolean ofYesterday) {}

    /** @param count how many they are on that day, with this one */
    private record Start(long execution, Instant at, int count) {

        LocalDate day() {
            return BusinessClock.businessDate(at);
        }
    }

    @Inject
    public DailyJobs(Clock clock, JobOperator operator, Ids ids) {
        this(ConfigProvider.getConfig(), clock, operator, ids);
    }

    DailyJobs(Config config, Clock clock, JobOperator operator, Ids ids) {
        this.clock = clock;
        this.operator = operator;
        this.ids = ids;
        for (String key : JOBS.keySet()) {
            String setting = config.getOptionalValue(key, String.class).orElse("off");
            times.put(key, SettlementTime.parse(key, setting));
            LOG.info("{0}: {1}", key, setting);
        }
    }

    static List<String> keys() {
        return new ArrayList<>(JOBS.keySet());
    }

    boolean areOff() {
        return times.values().stream().allMatch(SettlementTime::isOff);
    }

    /**
     * To be called again and again. A job that can't be started is told of, once, keeps no other one from its start, and has
     * its chance at the next call.
     */
    void look() {
        new CallContext(Guid.issuedBy(ids), 0, CALLER, "schedule").run(() -> times.forEach(this::lookAt));
    }

    private void lookAt(String key, SettlementTime time) {
        try {
            startIfItsTimeHasCome(key, time);
            lastFailures.remove(key);
        } catch (RuntimeException e) {
            if (!e.toString().equals(lastFailures.put(key, e.toString()))) {
                LOG.error("the schedule can't start the job of {0}", e, key);
            }
        }
    }

    private void startIfItsTimeHasCome(String key, SettlementTime time) {
        Instant now = clock.instant();
        LocalDate yesterday = BusinessClock.businessDate(now).minusDays(1);
        Daily daily = JOBS.get(key);
        if (daily == null || !time.hasCome(now) || (daily.ofYesterday() && !BusinessClock.isOver(yesterday, now))) {
            return;
        }
        Start last = lastStartToday(key, now);
        if ((last != null && !mayFollow(last, now)) || isRunning(daily.job())) {
            return;
        }
        Properties parameters = new Properties();
        if (daily.ofYesterday()) {
            parameters.setProperty("businessDate", yesterday.toString());
        }
        long execution = operator.start(daily.job(), parameters);
        lastStarts.put(key, new Start(execution, now, last == null ? 1 : last.count() + 1));
        LOG.info("the schedule starts {0}: execution {1}", daily.job(), execution);
    }

    private @Nullable Start lastStartToday(String key, Instant now) {
        Start last = lastStarts.get(key);
        return last == null || !last.day().equals(BusinessClock.businessDate(now)) ? null : last;
    }

    /** If it has failed, not just now and not too often. */
    private boolean mayFollow(Start last, Instant now) {
        return last.count() < MOST_STARTS
                && !now.isBefore(last.at().plus(RETRY_AFTER))
                && operator.getJobExecution(last.execution()).getBatchStatus() == BatchStatus.FAILED;
    }

    private boolean isRunning(String job) {
        try {
            return !operator.getRunningExecutions(job).isEmpty();
        } catch (NoSuchJobException e) {
            return false;
        }
    }
}
