package com.mypay.batchjobs.operation;

import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.batchjobs.fake.FakeJobOperator;
import com.mypay.batchjobs.fake.LogLines;
import com.mypay.framework.config.ConfigurationException;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.domain.BusinessCalendar;
import com.mypay.settlement.domain.Holidays;
import jakarta.batch.operations.JobSecurityException;
import jakarta.batch.runtime.BatchStatus;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Around Monday, December 5th of 2011. */
class ScheduledSettlementsTest {

    private static final LocalDate FRIDAY = MONDAY.minusDays(3);

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private final SettlementHouse house = SettlementHouse.inMemory();
    private final FakeJobOperator operator = new FakeJobOperator();
    private final TreeSet<LocalDate> holidays = new TreeSet<>(Set.of(LocalDate.of(2011, 12, 25)));
    private final ScheduledSettlements schedule = schedule("02:00");

    private ScheduledSettlements schedule(String setting) {
        Holidays calendar = new Holidays() {
            @Override
            public BusinessCalendar around(LocalDate day) {
                return new BusinessCalendar(holidays.subSet(day.minusMonths(1), true, day.plusMonths(1), true));
            }

            @Override
            public Optional<LocalDate> last() {
                return holidays.isEmpty() ? Optional.empty() : Optional.of(holidays.last());
            }
        };
        return new ScheduledSettlements(setting, house.clock, calendar, house.findCycles, operator, new CountingIds());
    }

    private void lookAt(String seoul) {
        house.clock.setInSeoul(seoul);
        schedule.look();
    }

    /** The job that was started last does its work. */
    private void complete(LocalDate date) {
        house.settleAndPay(date);
        operator.endAll(BatchStatus.COMPLETED);
    }

    /** The job that was started last has frozen its cycle and then fails. */
    private void fail(LocalDate date) {
        house.freeze(date, 1);
        operator.endAll(BatchStatus.FAILED);
    }

    @Test
    void offStartsNothing() {
        house.payment(2001, 1_000, FRIDAY);
        house.clock.setInSeoul("2011-12-05T12:00");
        schedule("off").look();
        assertThat(operator.started()).isEmpty();
    }

    @Test
    void aWrongSettingStopsTheStart() {
        assertThatThrownBy(() -> schedule("nightly")).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void settlesTheDayBeforeOnceItsTimeHasCome() {
        house.payment(2001, 1_000, MONDAY);
        lookAt("2011-12-06T01:59");
        assertThat(operator.started()).isEmpty();
        lookAt("2011-12-06T02:00");
        assertThat(operator.started()).containsExactly("2011-12-05");
        complete(MONDAY);
        lookAt("2011-12-06T02:01");
        lookAt("2011-12-06T14:00");
        assertThat(operator.started()).containsExactly("2011-12-05");
    }

    @Test
    void restsAtTheWeekendAndThenSettlesItsDaysOneAfterTheOther() {
        house.payment(2001, 1_000, FRIDAY);
        lookAt("2011-12-03T02:00");
        lookAt("2011-12-04T02:00");
        assertThat(operator.started()).isEmpty();
        lookAt("2011-12-05T02:00");
        lookAt("2011-12-05T02:01");
        assertThat(operator.started()).containsExactly("2011-12-02");
        complete(FRIDAY);
        lookAt("2011-12-05T02:02");
        assertThat(operator.started()).containsExactly("2011-12-02", "2011-12-03");
        complete(FRIDAY.plusDays(1));
        lookAt("2011-12-05T02:03");
        complete(FRIDAY.plusDays(2));
        lookAt("2011-12-05T02:04");
        assertThat(operator.started()).containsExactly("2011-12-02", "2011-12-03", "2011-12-04");
    }

    @Test
    void restsOnHolidaysAndThenSettlesWhatWaits() {
        holidays.add(LocalDate.of(2011, 12, 6));
        house.payment(2001, 1_000, MONDAY);
        try (LogLines log = new LogLines(ScheduledSettlements.class)) {
            lookAt("2011-12-06T02:00");
            lookAt("2011-12-06T02:01");
            assertThat(log.containing("the schedule rests on")).hasSize(1);
        }
        assertThat(operator.started()).isEmpty();
        lookAt("2011-12-07T02:00");
        complete(MONDAY);
        lookAt("2011-12-07T02:01");
        assertThat(operator.started()).containsExactly("2011-12-05", "2011-12-06");
    }

    @Test
    void aServerThatWasDownCatchesUpOnDaysThatWereMissed() {
        house.payment(2001, 1_000, MONDAY);
        house.payment(2001, 1_000, MONDAY.plusDays(2));
        lookAt("2011-12-08T17:30");
        complete(MONDAY);
        lookAt("2011-12-08T17:31");
        complete(MONDAY.plusDays(1));
        lookAt("2011-12-08T17:32");
        complete(MONDAY.plusDays(2));
        lookAt("2011-12-08T17:33");
        assertThat(operator.started()).containsExactly("2011-12-05", "2011-12-06", "2011-12-07");
    }

    @Test
    void aDayThatWasPassedOverByHandIsNotForgotten() {
        house.payment(2001, 1_000, MONDAY);
        house.payment(2001, 1_000, MONDAY.plusDays(1));
        house.settleAndPay(MONDAY.plusDays(1));
        lookAt("2011-12-07T02:00");
        assertThat(operator.started()).containsExactly("2011-12-05");
    }

    @Test
    void startsNothingWhileAnyOfItsJobsRuns() {
        house.payment(2001, 1_000, MONDAY);
        operator.add(99, BatchStatus.STOPPING);
        lookAt("2011-12-06T02:00");
        assertThat(operator.started()).hasSize(1);
        operator.endAll(BatchStatus.STOPPED);
        lookAt("2011-12-06T02:01");
        assertThat(operator.started()).hasSize(2).endsWith("2011-12-05");
    }

    @Test
    void aDayWhoseJobHasFailedIsLeftToPeopleAndTheNextOnesAreSettled() {
        house.payment(2001, 1_000, MONDAY);
        lookAt("2011-12-06T02:00");
        fail(MONDAY);
        lookAt("2011-12-06T02:01");
        assertThat(operator.started()).containsExactly("2011-12-05");
        lookAt("2011-12-07T02:00");
        assertThat(operator.started()).containsExactly("2011-12-05", "2011-12-06");
    }

    @Test
    void jobsThatEndBeforeTheirCycleIsThereAreTriedThreeTimesADay() {
        house.payment(2001, 1_000, MONDAY);
        try (LogLines log = new LogLines(ScheduledSettlements.class)) {
            for (int minute = 0; minute < 10; minute++) {
                lookAt("2011-12-06T02:0" + minute);
                operator.endAll(BatchStatus.FAILED);
            }
            assertThat(operator.started()).hasSize(3);
            assertThat(log.containing("no more of them today")).hasSize(1);
        }
        lookAt("2011-12-07T02:00");
        assertThat(operator.started()).hasSize(4).containsOnly("2011-12-05");
    }

    @Test
    void aFailureIsToldOnceAndTriedAgainTheNextMinute() {
        house.payment(2001, 1_000, MONDAY);
        try (LogLines log = new LogLines(ScheduledSettlements.class)) {
            operator.failWith(new JobSecurityException("not allowed"));
            lookAt("2011-12-06T02:00");
            lookAt("2011-12-06T02:01");
            operator.failWith(new UnavailableException("the database does not answer", new RuntimeException()));
            lookAt("2011-12-06T02:02");
            assertThat(log.containing("SEVERE")).hasSize(2);
            operator.failWith(null);
            lookAt("2011-12-06T02:03");
        }
        assertThat(operator.started()).containsExactly("2011-12-05");
    }

    @Test
    void theEndOfTheCalendarIsToldAMonthBeforeAndThenOnceADay() {
        try (LogLines log = new LogLines(ScheduledSettlements.class)) {
            lookAt("2011-11-25T02:00");
            assertThat(log.containing("calendar")).isEmpty();
            lookAt("2011-11-28T02:00");
            lookAt("2011-11-28T02:01");
            assertThat(log.containing("its last one is 2011-12-25")).hasSize(1);
            lookAt("2011-12-26T02:00");
            assertThat(log.containing("its last one is 2011-12-25")).hasSize(2);
            holidays.clear();
            lookAt("2011-12-27T02:00");
            assertThat(log.containing("its last one is none")).hasSize(1);
        }
    }

    @Test
    void eachLookIsABusinessTransactionOfItsOwnAndLeavesTheThreadAsItWas() {
        lookAt("2011-12-06T02:00");
        assertThat(CallContext.current()).isEqualTo(call.context());
    }
}
