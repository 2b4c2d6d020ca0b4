package com.mypay.batchjobs.settle;

import com.mypay.framework.log.Log;
import com.mypay.framework.value.MemberId;
import com.mypay.settlement.application.FindSettlementWork;
import com.mypay.settlement.domain.FranchiseRange;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipKey;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The frozen slips of a range, page by page behind a position; no cursor stays open, so memory doesn't grow with the
 * day. The position at the start is read from the lines themselves: they commit together with the checkpoint and can't
 * be behind it, and they are right also where the checkpoint is lost or another job has taken the cycle over.
 */
@Named
@Dependent
public class SlipReader extends AbstractItemReader {

    /** A chunk's worth. */
    static final int PAGE = 1_000;

    private static final Log LOG = Log.of(SlipReader.class);

    private final SettlementJob job;
    private final FindSettlementWork findWork;
    private final String businessDate;
    private final FranchiseRange range;
    private final Queue<Slip> page = new ArrayDeque<>();
    private @Nullable SlipKey position;

    @Inject
    public SlipReader(
            SettlementJob job,
            FindSettlementWork findWork,
            @BatchProperty(name = "businessDate") String businessDate,
            @BatchProperty(name = "firstFranchise") long firstFranchise,
            @BatchProperty(name = "lastFranchise") long lastFranchise) {
        this.job = job;
        this.findWork = findWork;
        this.businessDate = businessDate;
        this.range = new FranchiseRange(new MemberId(firstFranchise), new MemberId(lastFranchise));
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        job.run(businessDate, "settle", () -> {
            SlipKey behindLines = findWork.position(job.cycleId(businessDate), range);
            position = behindLines;
            if (checkpoint != null && !checkpoint.equals(behindLines.toString())) {
                LOG.warning("goes on behind {0}, where the lines end; its checkpoint is {1}", behindLines, checkpoint);
            }
        });
    }

    @Override
    public @Nullable Slip readItem() {
        if (page.isEmpty()) {
            page.addAll(job.call(businessDate, "settle", this::nextPage));
        }
        Slip slip = page.poll();
        if (slip != null) {
            position = slip.key();
        }
        return slip;
    }

    private List<Slip> nextPage() {
        return findWork.slips(job.cycleId(businessDate), range, Objects.requireNonNull(position), PAGE);
    }

    @Override
    public Serializable checkpointInfo() {
        return Objects.requireNonNull(position).toString();
    }
}
