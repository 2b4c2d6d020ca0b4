package com.mypay.settlement.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.CarryOvers;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.Payouts;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.SettlementLine;
import com.mypay.settlement.domain.Settlements;
import com.mypay.settlement.domain.Settlements.LineOfSlip;
import com.mypay.settlement.domain.SlipId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an amount came from: the slip with the terms of its moment, its line, the settlement that the line is
 * part of, and what became of that. A franchise sees its own; others' don't exist for it.
 */
@Dependent
public class ExplainLine {

    private final Settlements settlements;
    private final Payouts payouts;
    private final CarryOvers carryOvers;
    private final Transactions transactions;

    /**
     * @param settlement empty where somebody has taken the row away
     * @param payout empty where nothing was paid, or the franchise isn't decided yet
     * @param carryOvers what waits, part by part
     */
    public record Explanation(
            LineOfSlip line, Optional<Settlement> settlement, Optional<Payout> payout, List<CarryOver> carryOvers) {

        /** Whether the line is what the slip's terms give: always, unless somebody has changed one of the two. */
        public boolean followsFromItsSlip() {
            return line.line().equals(SettlementLine.of(line.slip()));
        }
    }

    @Inject
    public ExplainLine(Settlements settlements, Payouts payouts, CarryOvers carryOvers, Transactions transactions) {
        this.settlements = settlements;
        this.payouts = payouts;
        this.carryOvers = carryOvers;
        this.transactions = transactions;
    }

    /** @throws RejectedException {@code LINE_NOT_FOUND} */
    public Explanation explain(Caller caller, SlipId slipId) {
        return transactions.inTransaction(() -> {
            LineOfSlip line = settlements
                    .line(slipId)
                    .filter(found -> caller.mayActFor(found.slip().franchiseId()))
                    .orElseThrow(() -> new RejectedException(SettlementProblem.LINE_NOT_FOUND));
            CycleId cycleId = line.cycleId();
            MemberId franchiseId = line.line().franchiseId();
            return new Explanation(
                    line,
                    settlements.find(cycleId, franchiseId),
                    payouts.find(cycleId, franchiseId),
                    carryOvers.find(cycleId, franchiseId));
        });
    }
}
