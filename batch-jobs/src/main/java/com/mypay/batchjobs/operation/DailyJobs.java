package com.mypay.batchjobs.operation;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.Log;
import com.mypay.framework.value.Ids;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
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
 * Starts the jobs that run once a day, each from its configured time on. Several servers may have it on, and a server that
 * is started again starts them again: none of these jobs does anything twice.
 */
@Dependent
public class DailyJobs {

    static final String PURGE = "mypay.batch.purge.schedule";
    static final String RECONCILE = "mypay.batch.reconcile.schedule";

    private static final Log LOG = Log.of(DailyJobs.class);
    private static final Caller CALLER = Caller.service("batch");

    /** Each job's key. */
    private static final Map<String, Daily> JOBS = new TreeMap<>(
            Map.of(PURGE, new Daily("purge-finished", false), RECONCILE, new Daily("reconcile-bank-statement", true)));

    private final Map<String, SettlementTime> times = new TreeMap<>();
    private final Map<String, LocalDate> startedOn = new TreeMap<>();
    private final Clock clock;
    private final JobOperator operator;
    private final Ids ids;
    private @Nullable String lastFailure;

    /** @param ofYesterday whether it is about a date: then yesterday */
    private record Daily(String job, boolean ofYesterday) {}

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

    /** To be called again and again. A failure is told, once, and leaves the next call its chance. */
    void look() {
        new CallContext(Guid.issuedBy(ids), 0, CALLER, "schedule").run(() -> {
            try {
                times.forEach(this::startIfItsTimeHasCome);
                lastFailure = null;
            } catch (RuntimeException e) {
                if (!e.toString().equals(lastFailure)) {
                    LOG.error("the schedule can't start a job", e);
                }
                lastFailure = e.toString();
            }
        });
    }

    private void startIfItsTimeHasCome(String key, SettlementTime time) {
        Instant now = clock.instant();
        LocalDate today = BusinessClock.businessDate(clock);
        Daily daily = JOBS.get(key);
        if (daily == null || !time.hasCome(now) || today.equals(startedOn.get(key)) || isRunning(daily.job())) {
            return;
        }
        Properties parameters = new Properties();
        if (daily.ofYesterday()) {
            parameters.setProperty("businessDate", today.minusDays(1).toString());
        }
        long execution = operator.start(daily.job(), parameters);
        startedOn.put(key, today);
        LOG.info("the schedule starts {0}: execution {1}", daily.job(), execution);
    }

    private boolean isRunning(String job) {
        try {
            return !operator.getRunningExecutions(job).isEmpty();
        } catch (NoSuchJobException e) {
            return false;
        }
    }
}
