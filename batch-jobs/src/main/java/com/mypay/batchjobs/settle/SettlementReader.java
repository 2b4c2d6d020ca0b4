package com.mypay.batchjobs.settle;

import com.mypay.settlement.application.FindSettlementWork;
import com.mypay.settlement.domain.Settlement;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The settlements that wait for their decision. What is decided isn't read again, so it needs no checkpoint. */
@Named
@Dependent
public class SettlementReader extends AbstractItemReader {

    /** A chunk's worth. */
    static final int PAGE = 200;

    private final SettlementJob job;
    private final FindSettlementWork findWork;
    private final String businessDate;
    private final Queue<Settlement> page = new ArrayDeque<>();
    private long lastFranchiseId;

    @Inject
    public SettlementReader(
            SettlementJob job, FindSettlementWork findWork, @BatchProperty(name = "businessDate") String businessDate) {
        this.job = job;
        this.findWork = findWork;
        this.businessDate = businessDate;
    }

    @Override
    public @Nullable Settlement readItem() {
        if (page.isEmpty()) {
            page.addAll(job.call(businessDate, "payout", this::nextPage));
        }
        Settlement settlement = page.poll();
        if (settlement != null) {
            lastFranchiseId = settlement.franchiseId().value();
        }
        return settlement;
    }

    private List<Settlement> nextPage() {
        return findWork.undecided(job.cycleId(businessDate), lastFranchiseId, PAGE);
    }

    /** For the operator's eye: the last franchise that is decided. */
    @Override
    public Serializable checkpointInfo() {
        return lastFranchiseId;
    }
}
