package com.mypay.settlement.application;

import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.FranchiseRange;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.Settlements;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipKey;
import com.mypay.settlement.domain.Slips;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** What the steps of the settlement job read, a page at a time: no cursor stays open across commits. */
@Dependent
public class FindSettlementWork {

    private final Slips slips;
    private final Settlements settlements;
    private final Transactions transactions;

    @Inject
    public FindSettlementWork(Slips slips, Settlements settlements, Transactions transactions) {
        this.slips = slips;
        this.settlements = settlements;
        this.transactions = transactions;
    }

    /** The ranges of franchises that the cycle's slips are cut into; the same for its whole life. */
    public List<FranchiseRange> ranges(Cycle cycle) {
        return FranchiseRange.cut(
                transactions.inTransaction(WholeCycle.LIMIT, () -> slips.weights(cycle.id())), cycle.partitions());
    }

    /** Behind the last line that is written: where a settle step begins or goes on. */
    public SlipKey position(CycleId cycleId, FranchiseRange range) {
        return transactions
                .inTransaction(() -> settlements.lastLine(cycleId, range))
                .orElseGet(() -> SlipKey.before(range.first()));
    }

    public List<Slip> slips(CycleId cycleId, FranchiseRange range, SlipKey after, int limit) {
        return transactions.inTransaction(() -> slips.frozen(cycleId, range, after, limit));
    }

    public List<Settlement> undecided(CycleId cycleId, long afterFranchiseId, int limit) {
        return transactions.inTransaction(() -> settlements.undecided(cycleId, afterFranchiseId, limit));
    }
}
