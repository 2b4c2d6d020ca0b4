package com.mypay.settlement.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.CarryOvers;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.PayoutStatus;
import com.mypay.settlement.domain.Payouts;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.Settlements;
import com.mypay.settlement.domain.Settlements.LineOfSlip;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries of settlements, their lines, payouts and carry-overs. A franchise sees its own; others' don't exist for it. */
@Dependent
public class FindSettlements {

    private final Cycles cycles;
    private final Settlements settlements;
    private final CarryOvers carryOvers;
    private final Payouts payouts;
    private final Transactions transactions;

    /** A franchise's statement of one cycle; its lines are a query of their own. */
    public record Statement(Cycle cycle, Settlement settlement, Optional<Payout> payout, List<CarryOver> carryOvers) {}

    @Inject
    public FindSettlements(
            Cycles cycles, Settlements settlements, CarryOvers carryOvers, Payouts payouts, Transactions transactions) {
        this.cycles = cycles;
        this.settlements = settlements;
        this.carryOvers = carryOvers;
        this.payouts = payouts;
        this.transactions = transactions;
    }

    /** @throws RejectedException {@code SETTLEMENT_NOT_FOUND} */
    public Statement statement(Caller caller, MemberId franchiseId, LocalDate businessDate) {
        refuseForeign(caller, franchiseId);
        return transactions.inTransaction(() -> {
            Cycle cycle = cycles.findByDate(businessDate)
                    .orElseThrow(() -> new RejectedException(SettlementProblem.SETTLEMENT_NOT_FOUND));
            Settlement settlement = settlements
                    .find(cycle.id(), franchiseId)
                    .orElseThrow(() -> new RejectedException(SettlementProblem.SETTLEMENT_NOT_FOUND));
            return new Statement(
                    cycle, settlement, payouts.find(cycle.id(), franchiseId), carryOvers.find(cycle.id(), franchiseId));
        });
    }

    /**
     * In the order of the franchises' ids.
     *
     * @throws RejectedException {@code CYCLE_NOT_FOUND}
     */
    public Page<Settlement> page(CycleId cycleId, PageRequest request) {
        return transactions.inTransaction(() -> {
            refuseUnknown(cycleId);
            return settlements.page(cycleId, request);
        });
    }

    /** @throws RejectedException {@code SETTLEMENT_NOT_FOUND} */
    public Page<LineOfSlip> lines(Caller caller, CycleId cycleId, MemberId franchiseId, PageRequest request) {
        refuseForeign(caller, franchiseId);
        return transactions.inTransaction(() -> {
            if (settlements.find(cycleId, franchiseId).isEmpty()) {
                throw new RejectedException(SettlementProblem.SETTLEMENT_NOT_FOUND);
            }
            return settlements.lines(cycleId, franchiseId, request);
        });
    }

    /**
     * @param status {@code null} for all
     * @throws RejectedException {@code CYCLE_NOT_FOUND}
     */
    public Page<Payout> payouts(CycleId cycleId, @Nullable PayoutStatus status, PageRequest request) {
        return transactions.inTransaction(() -> {
            refuseUnknown(cycleId);
            return payouts.page(cycleId, status, request);
        });
    }

    /**
     * The work list: what no cycle has taken yet.
     *
     * @param reason {@code null} for all
     */
    public Page<CarryOver> openCarryOvers(@Nullable CarryReason reason, PageRequest request) {
        return transactions.inTransaction(() -> carryOvers.open(reason, request));
    }

    private void refuseUnknown(CycleId cycleId) {
        if (cycles.find(cycleId).isEmpty()) {
            throw new RejectedException(SettlementProblem.CYCLE_NOT_FOUND);
        }
    }

    private static void refuseForeign(Caller caller, MemberId franchiseId) {
        if (!caller.mayActFor(franchiseId)) {
            throw new RejectedException(SettlementProblem.SETTLEMENT_NOT_FOUND);
        }
    }
}
