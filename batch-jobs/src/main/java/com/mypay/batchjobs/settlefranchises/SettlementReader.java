package com.mypay.batchjobs.settlefranchises;

import com.mypay.settlement.application.FindSettlementWork;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.Settlement;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the cycle's settlements that aren't decided yet, in pages by franchise. A restart reads what is left. */
@Named
@Dependent
public class SettlementReader extends AbstractItemReader {

    private static final int PAGE = 500;

    @Inject
    @BatchProperty
    private String businessDate;

    @Inject
    private CycleCalls calls;

    @Inject
    private FindSettlementWork work;

    private final Deque<Settlement> page = new ArrayDeque<>();
    private @Nullable Cycle cycle;
    private long lastFranchiseId;
    private boolean finished;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        cycle = calls.call(businessDate, found -> found);
    }

    @Override
    public @Nullable Object readItem() {
        if (page.isEmpty() && !finished) {
            readPage(java.util.Objects.requireNonNull(cycle));
        }
        return page.poll();
    }

    private void readPage(Cycle of) {
        List<Settlement> settlements = calls.call(of, () -> work.undecided(of.id(), lastFranchiseId, PAGE));
        page.addAll(settlements);
        finished = settlements.size() < PAGE;
        if (!settlements.isEmpty()) {
            lastFranchiseId =
                    settlements.get(settlements.size() - 1).franchiseId().value();
        }
    }
}
