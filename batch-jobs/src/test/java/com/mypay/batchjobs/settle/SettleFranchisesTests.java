package com.mypay.batchjobs.settle;

import static com.mypay.framework.value.Won.won;
import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.batchjobs.fake.LogLines;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.PageRequest;
import com.mypay.frameworktest.TestCall;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.application.FindCycles.CycleNow;
import com.mypay.settlement.application.SettlementProblem;
import com.mypay.settlement.application.message.CycleSettled;
import com.mypay.settlement.application.message.FirmbankingResult.Status;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures.Figure;
import com.mypay.settlement.domain.CycleStatus;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.PayoutStatus;
import jakarta.batch.api.partition.PartitionPlan;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole job, artifact by artifact, with everything that can happen between them; in memory and on the database. */
abstract class SettleFranchisesTests {

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final int SLIPS = 20;
    private static final long NET = 975;

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private SettlementHouse house = SettlementHouse.inMemory();

    abstract SettlementHouse newHouse();

    @BeforeEach
    void open() {
        house = newHouse();
    }

    /** 20 payments of 1,000 won at four franchises. */
    private JobRun monday(long instanceId) {
        for (int slip = 0; slip < SLIPS; slip++) {
            house.payment(2001 + slip % 4, 1_000, MONDAY);
        }
        return new JobRun(house, instanceId, MONDAY);
    }

    /** From wherever it is to its end. */
    private void finish(JobRun job) {
        assertThat(job.freeze()).isEqualTo("FROZEN");
        job.settleAll();
        job.payOut(JobRun.ALL);
        house.answerAll(Status.COMPLETED);
        assertThat(job.verify()).isEqualTo("CLOSED");
        assertThat(job.report()).isEqualTo("COMPLETED");
    }

    /** Each slip once, each franchise paid once, the commission told once: whatever happened. */
    private void assertSettledOnce() {
        CycleNow now = house.findCycles.ofDate(MONDAY);
        assertThat(now.cycle().status()).isEqualTo(CycleStatus.CLOSED);
        assertThat(now.figures().settled().paymentSlips()).isEqualTo(SLIPS);
        assertThat(now.cycle().net()).contains(won(SLIPS * NET));
        assertThat(now.figures().payouts(PayoutStatus.COMPLETED)).isEqualTo(new Figure(4, won(SLIPS * NET)));
        assertThat(house.requests()).hasSize(4);
        assertThat(house.outbox.bodies("cycle-settled.v1", CycleSettled.class)).hasSize(1);
    }

    @Test
    void aDayIsFrozenSettledPaidVerifiedAndReported() {
        JobRun job = monday(1);
        finish(job);
        assertSettledOnce();
        assertThat(job.context.getExitStatus()).isEqualTo("COMPLETED");
        assertThat(house.findCycles.ofDate(MONDAY).cycle().jobInstanceId()).isEqualTo(1);
    }

    @Test
    void aDayWithoutSlipsIsSettled() {
        assertThat(new JobRun(house, 1, MONDAY).run()).isEqualTo("COMPLETED");
        assertThat(house.findCycles.ofDate(MONDAY).cycle().franchises()).contains(0L);
    }

    @Test
    void allStepsShareTheCyclesGuidAndLeaveTheThreadAsItWas() {
        finish(monday(1));
        Cycle cycle = house.findCycles.ofDate(MONDAY).cycle();
        List<Payout> payouts = house.findSettlements
                .payouts(cycle.id(), null, new PageRequest("", 100))
                .items();
        assertThat(payouts).extracting(Payout::guid).hasSize(4).containsOnly(cycle.guid());
        assertThat(cycle.guid()).isNotEqualTo(TestCall.GUID.value());
        assertThat(CallContext.current()).isEqualTo(call.context());
    }

    @Test
    void aChunkThatDiesBeforeItsCommitIsDoneAgain() {
        JobRun job = monday(1);
        job.freeze();
        @Nullable Serializable checkpoint = job.settle(0, null, 1);
        assertThatThrownBy(() -> job.settleAndDie(0, checkpoint)).hasMessage("killed");
        assertThat(house.findCycles.ofDate(MONDAY).figures().settled().slips()).isEqualTo(JobRun.CHUNK);
        assertThat(job.settle(0, checkpoint, 1)).isNotEqualTo(checkpoint);
        assertThat(house.findCycles.ofDate(MONDAY).figures().settled().slips()).isEqualTo(2L * JobRun.CHUNK);
        finish(job);
        assertSettledOnce();
    }

    @Test
    void aChunkThatIsWrittenTwiceIsRefusedAndCountedOnce() {
        JobRun job = monday(1);
        job.freeze();
        Properties range = job.plan().getPartitionProperties()[0];
        SlipReader reader = job.reader(range);
        reader.open(null);
        List<Object> lines = List.of(new SlipProcessor().processItem(Objects.requireNonNull(reader.readItem())));
        LineWriter writer = job.writer(range);
        house.transactions.inTransaction(() -> writer.writeItems(lines));
        assertThatThrownBy(() -> house.transactions.inTransaction(() -> writer.writeItems(lines)))
                .isNotNull();
        assertThat(house.findCycles.ofDate(MONDAY).figures().settled().slips()).isEqualTo(1);
        finish(job);
        assertSettledOnce();
    }

    @Test
    void settlementsThatAreDecidedTwiceAreRefusedAndPaidOnce() {
        JobRun job = monday(1);
        job.freeze();
        job.settleAll();
        assertThatThrownBy(job::payOutTwice).isNotNull();
        assertThat(house.requests()).hasSize(JobRun.CHUNK);
        finish(job);
        assertSettledOnce();
    }

    @Test
    void aStepThatIsRepeatedFindsNothingLeftToDo() {
        JobRun job = monday(1);
        job.freeze();
        job.settleAll();
        job.settleAll();
        job.payOut(JobRun.ALL);
        job.payOut(JobRun.ALL);
        finish(job);
        finish(job);
        assertSettledOnce();
    }

    @Test
    void aRestartGoesOnAtItsCheckpoint() {
        JobRun job = monday(1);
        job.freeze();
        @Nullable Serializable checkpoint = job.settle(0, null, 2);
        try (LogLines log = new LogLines(SlipReader.class)) {
            job.settle(0, checkpoint, 1);
            assertThat(log.containing("its checkpoint is")).isEmpty();
        }
        finish(job);
        assertSettledOnce();
    }

    @Test
    void aRestartWithoutItsCheckpointGoesOnBehindTheLines() {
        JobRun job = monday(1);
        job.freeze();
        job.settle(0, null, 2);
        job.settle(0, null, 1);
        assertThat(house.findCycles.ofDate(MONDAY).figures().settled().slips()).isEqualTo(3L * JobRun.CHUNK);
        finish(job);
        assertSettledOnce();
    }

    @Test
    void aRestartWithAnOlderCheckpointGoesOnBehindTheLinesAndSaysSo() {
        JobRun job = monday(1);
        job.freeze();
        @Nullable Serializable older = job.settle(0, null, 1);
        job.settle(0, older, 1);
        try (LogLines log = new LogLines(SlipReader.class)) {
            job.settle(0, older, 1);
            assertThat(log.containing("its checkpoint is " + older)).hasSize(1);
        }
        finish(job);
        assertSettledOnce();
    }

    @Test
    void aRestartWithACheckpointAheadOfTheLinesLeavesNoneOut() {
        JobRun job = monday(1);
        job.freeze();
        job.settle(0, null, 1);
        job.settle(0, "2002:zzz", JobRun.ALL);
        job.settle(1, "2003:zzz", JobRun.ALL);
        assertThat(house.findCycles.ofDate(MONDAY).figures().settled().slips()).isEqualTo(SLIPS);
        finish(job);
        assertSettledOnce();
    }

    @Test
    void aRestartGetsItsOldPartitionsWhateverIsConfiguredNow() {
        JobRun job = monday(1);
        job.freeze();
        PartitionPlan before = job.plan();
        JobRun restarted = new JobRun(house, 1, MONDAY).with(new SettlementSettings(7, 0, Optional.empty()));
        restarted.freeze();
        assertThat(restarted.plan().getPartitions()).isEqualTo(before.getPartitions());
        assertThat(restarted.plan().getPartitionProperties()).isEqualTo(before.getPartitionProperties());
    }

    @Test
    void anotherJobTakesTheCycleOverWhileItIsSettled() {
        JobRun dead = monday(1);
        dead.freeze();
        dead.settle(0, null, 1);
        dead.settle(1, null, 2);
        finish(new JobRun(house, 2, MONDAY));
        assertSettledOnce();
        assertThat(house.findCycles.ofDate(MONDAY).cycle().jobInstanceId()).isEqualTo(2);
        assertThat(dead.freeze()).isEqualTo("CYCLE_ALREADY_CLOSED");
    }

    @Test
    void anotherJobTakesTheCycleOverWhileItIsPaidOut() {
        JobRun dead = monday(1);
        dead.freeze();
        dead.settleAll();
        dead.payOut(1);
        assertThat(house.requests()).hasSize(JobRun.CHUNK);
        finish(new JobRun(house, 2, MONDAY));
        assertSettledOnce();
    }

    @Test
    void theFirstJobGoesOnAfterTheOneThatTookItsCycleOver() {
        JobRun first = monday(1);
        first.freeze();
        @Nullable Serializable checkpoint = first.settle(0, null, 1);
        JobRun second = new JobRun(house, 2, MONDAY);
        second.freeze();
        second.settle(0, null, 1);
        assertThat(first.freeze()).isEqualTo("FROZEN");
        first.settle(0, checkpoint, JobRun.ALL);
        finish(first);
        assertSettledOnce();
    }

    @Test
    void whileAnotherJobRunsNothingIsDone() {
        JobRun job = monday(1);
        job.freeze();
        house.runningJobs.add(1L);
        assertThat(new JobRun(house, 2, MONDAY).run()).isEqualTo("CYCLE_ALREADY_RUNNING");
        assertThat(house.findCycles.ofDate(MONDAY).cycle().jobInstanceId()).isEqualTo(1);
        finish(job);
        assertSettledOnce();
    }

    @Test
    void aDateThatIsSettledIsNotSettledAgain() {
        finish(monday(1));
        assertThat(new JobRun(house, 2, MONDAY).run()).isEqualTo("CYCLE_ALREADY_CLOSED");
        assertSettledOnce();
    }

    @Test
    void noMoneyMovesBeforeTheLinesComeToWhatWasFrozen() {
        JobRun job = monday(1);
        job.freeze();
        job.settle(0, null, 1);
        assertThatThrownBy(() -> job.payOut(JobRun.ALL))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(SettlementProblem.CYCLE_DOES_NOT_ADD_UP));
        assertThat(job.context.getExitStatus()).isEqualTo("CYCLE_DOES_NOT_ADD_UP");
        assertThat(house.outbox.sent()).isEmpty();
        finish(job);
        assertSettledOnce();
    }

    @Test
    void aCycleThatDoesNotAddUpIsNotClosedUntilItDoes() {
        JobRun job = monday(1);
        job.freeze();
        job.settleAll();
        job.payOut(1);
        house.answerAll(Status.COMPLETED);
        assertThat(job.verify()).isEqualTo("CYCLE_DOES_NOT_ADD_UP");
        assertThat(house.findCycles.ofDate(MONDAY).cycle().status()).isEqualTo(CycleStatus.PAYING);
        finish(job);
        assertSettledOnce();
    }

    @Test
    void aRefusedPayoutNeedsALookAndIsPaidWithTheNextCycle() {
        JobRun job = monday(1);
        job.freeze();
        job.settleAll();
        job.payOut(JobRun.ALL);
        house.answerAll(Status.REFUSED);
        assertThat(job.verify()).isEqualTo("CLOSED");
        assertThat(job.report()).isEqualTo("COMPLETED_WITH_ITEMS");
        assertThat(job.context.getExitStatus()).isEqualTo("COMPLETED_WITH_ITEMS");
        JobRun tuesday = new JobRun(house, 2, TUESDAY);
        tuesday.freeze();
        tuesday.settleAll();
        tuesday.payOut(JobRun.ALL);
        house.answerAll(Status.COMPLETED);
        assertThat(tuesday.verify()).isEqualTo("CLOSED");
        assertThat(tuesday.report()).isEqualTo("COMPLETED");
        assertThat(house.findCycles.ofDate(TUESDAY).figures().payouts(PayoutStatus.COMPLETED))
                .isEqualTo(new Figure(4, won(SLIPS * NET)));
    }

    @Test
    void aPayoutThatIsNotAnsweredInTimeNeedsALookAndItsAnswerIsTakenInLater() {
        JobRun job = monday(1);
        assertThat(job.run()).isEqualTo("COMPLETED_WITH_ITEMS");
        assertThat(house.findCycles.ofDate(MONDAY).cycle().status()).isEqualTo(CycleStatus.CLOSED);
        house.answerAll(Status.COMPLETED);
        assertSettledOnce();
    }

    @Test
    void moreThanAPageIsReadPageByPage() {
        int slips = SlipReader.PAGE + 1;
        int franchises = SettlementReader.PAGE + 1;
        for (int slip = 0; slip < slips; slip++) {
            house.payment(2001 + slip % franchises, 1_000, MONDAY);
        }
        JobRun job = new JobRun(house, 1, MONDAY).with(new SettlementSettings(1, 0, Optional.empty()));
        finish(job);
        CycleNow now = house.findCycles.ofDate(MONDAY);
        assertThat(now.figures().settled().slips()).isEqualTo(slips);
        assertThat(now.figures().payouts(PayoutStatus.COMPLETED)).isEqualTo(new Figure(franchises, won(slips * NET)));
    }
}
