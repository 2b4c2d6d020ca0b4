package com.mypay.batchjobs.settle;

import com.mypay.batchjobs.fake.FakeJobContext;
import com.mypay.framework.value.Ids;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.Slip;
import jakarta.batch.api.partition.PartitionPlan;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs the artifacts of {@code settle-franchises} as the batch runtime does: a new one for each step and partition, each
 * chunk and its checkpoint in one transaction.
 */
final class JobRun {

    /** So few that some slips make several chunks. */
    static final int CHUNK = 3;

    static final int ALL = Integer.MAX_VALUE;

    private static final AtomicLong GUIDS = new AtomicLong(70_000);

    final FakeJobContext context;
    private final SettlementHouse house;
    private final String businessDate;
    private final Ids guids = () -> CountingIds.id(GUIDS.incrementAndGet());
    private SettlementSettings settings = new SettlementSettings(2, 0, Optional.empty());

    JobRun(SettlementHouse house, long instanceId, @Nullable String businessDate) {
        this.context = new FakeJobContext(instanceId);
        this.house = house;
        this.businessDate = String.valueOf(businessDate);
    }

    JobRun(SettlementHouse house, long instanceId, LocalDate businessDate) {
        this(house, instanceId, businessDate.toString());
    }

    JobRun with(SettlementSettings other) {
        settings = other;
        return this;
    }

    /** The whole job, by the transitions of its XML. */
    String run() {
        String frozen = freeze();
        if (!frozen.equals(FreezeStep.FROZEN)) {
            return frozen;
        }
        settleAll();
        payOut(ALL);
        String verified = verify();
        return verified.equals(VerifyStep.CLOSED) ? report() : verified;
    }

    String freeze() {
        return new FreezeStep(
                        job(), house.freezeCycle, house.runningJobs::contains, context, settings, businessDate, null)
                .process();
    }

    PartitionPlan plan() {
        return new FranchiseRanges(job(), house.findWork, businessDate).mapPartitions();
    }

    void settleAll() {
        for (int partition = 0; partition < plan().getPartitions(); partition++) {
            settle(partition, null, ALL);
        }
    }

    /** @return the last chunk's checkpoint, or the one that was given */
    @Nullable Serializable settle(int partition, @Nullable Serializable checkpoint, int chunks) {
        Properties range = plan().getPartitionProperties()[partition];
        SlipReader reader = reader(range);
        LineWriter writer = writer(range);
        house.transactions.inTransaction(() -> reader.open(checkpoint));
        @Nullable Serializable last = checkpoint;
        boolean more = true;
        for (int chunk = 0; chunk < chunks && more; chunk++) {
            more = house.transactions.inTransaction(() -> settleChunk(reader, writer));
            last = reader.checkpointInfo();
        }
        return last;
    }

    /** The server ends after the chunk is written and before it is committed. */
    void settleAndDie(int partition, @Nullable Serializable checkpoint) {
        Properties range = plan().getPartitionProperties()[partition];
        SlipReader reader = reader(range);
        LineWriter writer = writer(range);
        house.transactions.inTransaction(() -> reader.open(checkpoint));
        house.transactions.inTransaction(() -> {
            settleChunk(reader, writer);
            throw new IllegalStateException("killed");
        });
    }

    SlipReader reader(Properties range) {
        return new SlipReader(
                job(),
                house.findWork,
                businessDate,
                Long.parseLong(range.getProperty("firstFranchise")),
                Long.parseLong(range.getProperty("lastFranchise")));
    }

    LineWriter writer(Properties range) {
        return new LineWriter(job(), house.settleSlips, businessDate, Integer.parseInt(range.getProperty("partition")));
    }

    private static boolean settleChunk(SlipReader reader, LineWriter writer) {
        List<Object> lines = new ArrayList<>();
        @Nullable Slip slip = reader.readItem();
        while (slip != null) {
            lines.add(new SlipProcessor().processItem(slip));
            slip = lines.size() == CHUNK ? null : reader.readItem();
        }
        if (!lines.isEmpty()) {
            writer.writeItems(lines);
        }
        return lines.size() == CHUNK;
    }

    void payOut(int chunks) {
        new PayoutStart(job(), house.startPayouts, context, businessDate).beforeStep();
        SettlementReader reader = new SettlementReader(job(), house.findWork, businessDate);
        PayoutWriter writer = new PayoutWriter(job(), house.payOut, businessDate);
        boolean more = true;
        for (int chunk = 0; chunk < chunks && more; chunk++) {
            more = house.transactions.inTransaction(() -> payOutChunk(reader, writer));
        }
    }

    /** The same settlements are written a second time. */
    void payOutTwice() {
        new PayoutStart(job(), house.startPayouts, context, businessDate).beforeStep();
        SettlementReader reader = new SettlementReader(job(), house.findWork, businessDate);
        SettlementReader sameReader = new SettlementReader(job(), house.findWork, businessDate);
        PayoutWriter writer = new PayoutWriter(job(), house.payOut, businessDate);
        List<Object> page = next(reader);
        List<Object> samePage = next(sameReader);
        house.transactions.inTransaction(() -> writer.writeItems(page));
        house.transactions.inTransaction(() -> writer.writeItems(samePage));
    }

    private static boolean payOutChunk(SettlementReader reader, PayoutWriter writer) {
        List<Object> settlements = next(reader);
        if (!settlements.isEmpty()) {
            writer.writeItems(settlements);
        }
        return settlements.size() == CHUNK;
    }

    private static List<Object> next(SettlementReader reader) {
        List<Object> settlements = new ArrayList<>();
        @Nullable Settlement settlement = reader.readItem();
        while (settlement != null) {
            settlements.add(settlement);
            settlement = settlements.size() == CHUNK ? null : reader.readItem();
        }
        return settlements;
    }

    String verify() {
        return verify(verifyStep(house.clock));
    }

    String verify(VerifyStep step) {
        try {
            return step.process();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    VerifyStep verifyStep(Clock realTime) {
        return new VerifyStep(
                job(), house.findCycles, house.sealCycle, house.closeCycle, realTime, settings, businessDate);
    }

    String report() {
        try {
            return new ReportStep(job(), house.findCycles, house.findSettlements, context, settings, businessDate)
                    .process();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SettlementJob job() {
        return new SettlementJob(house.findCycles, guids);
    }
}
