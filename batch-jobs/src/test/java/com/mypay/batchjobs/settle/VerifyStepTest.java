package com.mypay.batchjobs.settle;

import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.batchjobs.fake.LogLines;
import com.mypay.batchjobs.fake.PassingClock;
import com.mypay.framework.context.Caller;
import com.mypay.frameworktest.TestCall;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.application.message.FirmbankingResult.Status;
import com.mypay.settlement.domain.CycleStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class VerifyStepTest {

    private static final long WAIT_SECONDS = 600;

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private final SettlementHouse house = SettlementHouse.inMemory();
    private final JobRun job =
            new JobRun(house, 1, MONDAY).with(new SettlementSettings(2, WAIT_SECONDS, Optional.empty()));

    /** Paid, and the bank has not answered yet. */
    private void payOut() {
        house.payment(2001, 1_000, MONDAY);
        house.payment(2002, 1_000, MONDAY);
        job.freeze();
        job.settleAll();
        job.payOut(JobRun.ALL);
    }

    @Test
    void waitsForTheAnswersAndClosesTheCycleWithThem() {
        payOut();
        PassingClock clock = new PassingClock(Duration.ofSeconds(1), () -> house.answerAll(Status.COMPLETED));
        assertThat(job.verify(job.verifyStep(clock))).isEqualTo("CLOSED");
        assertThat(house.findCycles.ofDate(MONDAY).needsALook()).isFalse();
    }

    @Test
    void doesNotWaitWhereNothingIsOpen() {
        payOut();
        house.answerAll(Status.REFUSED);
        PassingClock clock = new PassingClock(Duration.ZERO, () -> {});
        assertThat(job.verify(job.verifyStep(clock))).isEqualTo("CLOSED");
    }

    @Test
    void closesTheCycleWithoutTheAnswersThatDoNotComeInTimeAndSaysHowMany() {
        payOut();
        PassingClock clock = new PassingClock(Duration.ofSeconds(WAIT_SECONDS / 2), () -> {});
        try (LogLines log = new LogLines(VerifyStep.class)) {
            assertThat(job.verify(job.verifyStep(clock))).isEqualTo("CLOSED");
            assertThat(log.containing("payouts without a final answer: 2")).hasSize(1);
        }
        assertThat(clock.looks()).isEqualTo(3);
        assertThat(house.findCycles.ofDate(MONDAY).needsALook()).isTrue();
    }

    @Test
    void stopEndsTheWaitAndLeavesTheCycleOpen() {
        payOut();
        VerifyStep[] step = new VerifyStep[1];
        step[0] = job.verifyStep(new PassingClock(Duration.ZERO, () -> step[0].stop()));
        assertThat(job.verify(step[0])).isEqualTo("STOPPED");
        assertThat(house.findCycles.ofDate(MONDAY).cycle().status()).isEqualTo(CycleStatus.PAYING);
    }

    @Test
    void aRestartAfterAStopWaitsAgainAndCloses() {
        stopEndsTheWaitAndLeavesTheCycleOpen();
        house.answerAll(Status.COMPLETED);
        assertThat(job.freeze()).isEqualTo("FROZEN");
        assertThat(job.verify(job.verifyStep(new PassingClock(Duration.ZERO, () -> {}))))
                .isEqualTo("CLOSED");
    }

    @Test
    void aCycleThatIsClosedAlreadyIsNotWaitedForAgain() {
        closesTheCycleWithoutTheAnswersThatDoNotComeInTimeAndSaysHowMany();
        assertThat(job.verify(job.verifyStep(new PassingClock(Duration.ZERO, () -> {}))))
                .isEqualTo("CLOSED");
    }

    @Test
    void whyACycleDoesNotAddUpIsSaidInTheLog() {
        house.payment(2001, 1_000, MONDAY);
        job.freeze();
        job.settleAll();
        try (LogLines log = new LogLines(VerifyStep.class)) {
            assertThat(job.verify(job.verifyStep(new PassingClock(Duration.ZERO, () -> {}))))
                    .isEqualTo("CYCLE_DOES_NOT_ADD_UP");
            assertThat(log.containing("1 settlements are not decided")).hasSize(1);
        }
    }
}
