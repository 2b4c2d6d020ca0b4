package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.BatchJobs;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.Second;
import com.mypay.systemtests.kit.SharedInstallation;
import com.mypay.systemtests.kit.Sql;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The settlement that nobody starts: at night, on business days, by the server's own timer. */
@ExtendWith(SharedInstallation.class)
class ScheduleIT {

    private static final int COMPLETED = 0;
    private static final int ALREADY_DONE = 16;
    private static final LocalTime NIGHT = LocalTime.parse(RunningInstallation.SCHEDULE);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);

    private final RunningInstallation mypay;
    private final BatchJobs jobs;

    ScheduleIT(@Second RunningInstallation mypay) {
        this.mypay = mypay;
        this.jobs = new BatchJobs(mypay);
    }

    @Test
    void restsOnAHolidayThenSettlesEachDateOnceFromItsTimeOnThoughSomebodyStartsItByHandToo() {
        LocalDate date = aDateBeforeAHolidayAndABusinessDay();
        LocalDate holiday = date.plusDays(1);
        LocalDate businessDay = date.plusDays(2);
        Member member = mypay.people().aMember().withMoney(200_000).signedUp();
        Member franchise = mypay.people().aFranchise().withAccountAt("020").signedUp();
        TradingDay day = new TradingDay(mypay, date, List.of(member))
                .sells(List.of(franchise), 4, 12_000)
                .closes();

        mypay.setClock(at(holiday, LocalTime.NOON));
        awaitThat("it rests", () -> mypay.logged("the schedule rests on " + holiday) == 1);
        assertThat(day.findCycle().status()).isEqualTo(404);

        Instant night = at(businessDay, NIGHT);
        try (Obstacle atTheFreeze = Obstacle.atTheSlipsOf(mypay, date)) {
            mypay.setClock(night.minusSeconds(2));
            awaitThat("the schedule has started it", () -> mypay.logged(settles(date)) == 1);
            assertThat(mypay.now()).isAfterOrEqualTo(night);
            int before = jobs.instances().size();
            try (RunningCommand byHand = RunningCommand.start(mypay, "settle", "--date", date.toString())) {
                awaitThat("both jobs have started", () -> jobs.instances().size() == before + 1);
                atTheFreeze.release();
                assertThat(byHand.ends().exitCode()).isIn(COMPLETED, ALREADY_DONE);
            }
        }
        awaitThat("the holiday is settled, too", () -> isClosed(holiday));
        assertThat(isClosed(date)).isTrue();
        day.assertSettledUpToThePayouts();
        assertThat(day.received(franchise)).isEqualTo(day.payoutWon(franchise));
        assertThat(List.of(date, holiday))
                .allSatisfy(
                        settled -> assertThat(mypay.logged(settles(settled))).isOne());
    }

    private static String settles(LocalDate date) {
        return "the schedule settles " + date + ":";
    }

    /** In a week of which nobody has traded on any day; the calendar is made to fit. */
    private LocalDate aDateBeforeAHolidayAndABusinessDay() {
        LocalDate date = Stream.iterate(mypay.today().plusDays(1), day -> day.plusDays(1))
                .filter(day -> !EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                        .contains(day.plusDays(2).getDayOfWeek()))
                .findFirst()
                .orElseThrow();
        Sql owner = Sql.ofAdministrator(mypay, "settlement");
        owner.execute("DELETE FROM HOLIDAY WHERE HOLIDAY_DATE BETWEEN ? AND ?", date, date.plusDays(2));
        owner.execute("INSERT INTO HOLIDAY (HOLIDAY_DATE, NAME) VALUES (?, '쉬는 날')", date.plusDays(1));
        return date;
    }

    private boolean isClosed(LocalDate date) {
        return mypay.client()
                .asOperator()
                .get("/settlement/adm/v1/find/cycle", "businessDate", date)
                .text()
                .contains("\"CLOSED\"");
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(RunningInstallation.SEOUL).toInstant();
    }

    private static void awaitThat(String what, Callable<Boolean> condition) {
        await(what).atMost(LONGEST_WAIT).pollInterval(Duration.ofMillis(50)).until(condition);
    }
}
