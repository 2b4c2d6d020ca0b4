package com.mypay.batchjobs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.batchjobs.fake.FakeJobOperator;
import com.mypay.framework.config.ConfigurationException;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.fake.FakeConfig;
import com.mypay.frameworktest.fake.MutableClock;
import jakarta.batch.runtime.BatchStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DailyJobsTest {

    private static final String PURGE = "purge-finished[]";
    private static final String RECONCILE = "reconcile-bank-statement[2026-03-06]";

    private final MutableClock clock = MutableClock.inSeoul("2026-03-02T00:00");
    private final FakeJobOperator operator = new FakeJobOperator();

    private DailyJobs daily(Map<String, String> settings) {
        return new DailyJobs(FakeConfig.of(settings), clock, operator, new CountingIds());
    }

    private void lookAt(DailyJobs daily, String seoul) {
        clock.setInSeoul(seoul);
        daily.look();
    }

    @Test
    void aJobRunsOnceADayFromItsTimeOn() {
        DailyJobs daily = daily(Map.of(DailyJobs.PURGE, "03:00"));
        lookAt(daily, "2026-03-07T02:59");
        assertThat(operator.startedJobs()).isEmpty();
        lookAt(daily, "2026-03-07T03:00");
        lookAt(daily, "2026-03-07T03:01");
        operator.endAll(BatchStatus.COMPLETED);
        lookAt(daily, "2026-03-07T23:59");
        assertThat(operator.startedJobs()).containsExactly(PURGE);
        lookAt(daily, "2026-03-08T12:00");
        assertThat(operator.startedJobs()).as("on Sundays, too").containsExactly(PURGE, PURGE);
    }

    @Test
    void statementsAreThoseOfYesterday() {
        lookAt(daily(Map.of(DailyJobs.RECONCILE, "06:00")), "2026-03-07T06:00");
        assertThat(operator.startedJobs()).containsExactly(RECONCILE);
    }

    @Test
    void statementsWaitUntilYesterdayIsOver() {
        DailyJobs daily = daily(Map.of(DailyJobs.RECONCILE, "00:00"));
        lookAt(daily, "2026-03-07T00:04:59");
        assertThat(operator.startedJobs()).isEmpty();
        lookAt(daily, "2026-03-07T00:05");
        assertThat(operator.startedJobs()).containsExactly(RECONCILE);
    }

    @Test
    void oneThatHasFailedIsStartedAgainThatDayAFewTimes() {
        DailyJobs daily = daily(Map.of(DailyJobs.RECONCILE, "06:00"));
        lookAt(daily, "2026-03-07T06:00");
        operator.endAll(BatchStatus.FAILED);
        lookAt(daily, "2026-03-07T06:29");
        assertThat(operator.startedJobs()).as("not at once").containsExactly(RECONCILE);
        for (String seoul : List.of("06:30", "07:30", "08:30", "23:30")) {
            lookAt(daily, "2026-03-07T" + seoul);
            operator.endAll(BatchStatus.FAILED);
        }
        assertThat(operator.startedJobs()).containsExactly(RECONCILE, RECONCILE, RECONCILE);
        lookAt(daily, "2026-03-08T06:00");
        operator.endAll(BatchStatus.FAILED);
        lookAt(daily, "2026-03-08T06:30");
        operator.endAll(BatchStatus.COMPLETED);
        lookAt(daily, "2026-03-08T07:30");
        assertThat(operator.startedJobs().subList(3, 5))
                .as("each day has its own")
                .containsOnly("reconcile-bank-statement[2026-03-07]");
        assertThat(operator.startedJobs()).hasSize(5);
    }

    @Test
    void oneThatCannotStartKeepsNoOtherFromItsStart() {
        DailyJobs daily = daily(Map.of(DailyJobs.PURGE, "03:00", DailyJobs.RECONCILE, "03:00"));
        operator.cannotStart("purge-finished");
        lookAt(daily, "2026-03-07T03:00");
        assertThat(operator.startedJobs()).containsExactly(RECONCILE);
        operator.cannotStart("none");
        lookAt(daily, "2026-03-07T03:01");
        assertThat(operator.startedJobs()).containsExactly(RECONCILE, PURGE);
    }

    @Test
    void oneThatRunsIsNotStartedBesideIt() {
        DailyJobs daily = daily(Map.of(DailyJobs.PURGE, "03:00"));
        lookAt(daily, "2026-03-07T03:00");
        lookAt(daily, "2026-03-08T03:00");
        assertThat(operator.startedJobs()).hasSize(1);
    }

    @Test
    void aFailureLeavesTheNextLookItsChance() {
        DailyJobs daily = daily(Map.of(DailyJobs.PURGE, "03:00"));
        operator.failWith(new IllegalStateException("the repository is away"));
        lookAt(daily, "2026-03-07T03:00");
        operator.failWith(null);
        lookAt(daily, "2026-03-07T03:01");
        assertThat(operator.startedJobs()).containsExactly(PURGE);
    }

    @Test
    void offIsTheDefaultAndStartsNothing() {
        DailyJobs daily = daily(Map.of());
        assertThat(daily.areOff()).isTrue();
        lookAt(daily, "2026-03-07T12:00");
        assertThat(operator.startedJobs()).isEmpty();
        assertThat(daily(Map.of(DailyJobs.PURGE, "03:00")).areOff()).isFalse();
    }

    @Test
    void anythingElseStopsTheStartAndNamesItsKeyWhichIsKnown() throws IOException {
        Properties known = new Properties();
        try (InputStream in =
                Objects.requireNonNull(DailyJobs.class.getResourceAsStream("/META-INF/mypay-keys.properties"))) {
            known.load(in);
        }
        for (String key : DailyJobs.keys()) {
            assertThatThrownBy(() -> daily(Map.of(key, "3 o'clock")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(key);
            assertThat(known.stringPropertyNames()).contains(key);
        }
    }
}
