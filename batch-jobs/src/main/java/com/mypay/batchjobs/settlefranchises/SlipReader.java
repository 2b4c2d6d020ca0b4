package com.mypay.batchjobs.settlefranchises;

import com.mypay.settlement.application.FindSettlementWork;
import com.mypay.settlement.domain.Cycle;
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
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a partition's frozen slips in pages by key. Where it goes on after a restart it sees from the lines that are
 * there, which committed together with the checkpoint.
 */
@Named
@Dependent
public class SlipReader extends AbstractItemReader {

    private static final int PAGE = 1_000;

    @Inject
    @BatchProperty
    private String businessDate;

    @Inject
    @BatchProperty
    private String partition;

    @Inject
    private CycleCalls calls;

    @Inject
    private FindSettlementWork work;

    private final Deque<Slip> page = new ArrayDeque<>();
    private @Nullable Position position;

    private record Position(Cycle cycle, FranchiseRange range, SlipKey after) {}

    @Override
    public void open(@Nullable Serializable checkpoint) {
        position = calls.call(businessDate, cycle -> {
            FranchiseRange range = work.ranges(cycle).get(Integer.parseInt(partition));
            return new Position(cycle, range, work.position(cycle.id(), range));
        });
    }

    @Override
    public @Nullable Object readItem() {
        if (page.isEmpty()) {
            readPage();
        }
        return page.poll();
    }

    private void readPage() {
        Position from = position;
        if (from == null) {
            return;
        }
        List<Slip> slips =
                calls.call(from.cycle(), () -> work.slips(from.cycle().id(), from.range(), from.after(), PAGE));
        page.addAll(slips);
        position = slips.size() < PAGE
                ? null
                : new Position(
                        from.cycle(), from.range(), slips.get(slips.size() - 1).key());
    }
}
