package com.mypay.settlement.application;

import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.SettlementLine;
import com.mypay.settlement.domain.Settlements;
import com.mypay.settlement.domain.StepCount;
import com.mypay.settlement.domain.StepCounts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Writes the lines of some slips and adds them to their franchises' sums: the settle step's chunk. It may be tried twice:
 * lines, sums, counts and the step's checkpoint commit together, the step goes on behind the last line that is there,
 * and a slip's second line is refused by its key.
 */
@Dependent
public class SettleSlips {

    public static final String STEP = "settle";

    private final Settlements settlements;
    private final StepCounts stepCounts;
    private final Transactions transactions;

    /** @param lines of frozen slips of the cycle, in their order */
    public record Command(CycleId cycleId, int partition, List<SettlementLine> lines) {

        public Command {
            lines = List.copyOf(lines);
        }
    }

    @Inject
    public SettleSlips(Settlements settlements, StepCounts stepCounts, Transactions transactions) {
        this.settlements = settlements;
        this.stepCounts = stepCounts;
        this.transactions = transactions;
    }

    public void settle(Command command) {
        int size = command.lines().size();
        transactions.inTransaction(() -> {
            settlements.addLines(command.cycleId(), command.lines());
            stepCounts.add(command.cycleId(), new StepCount(STEP, command.partition(), size, size, 0));
            BusinessLog.event(BusinessEvent.SLIPS_SETTLED)
                    .reference("cycleId", command.cycleId())
                    .detail("slips", size)
                    .write();
        });
    }
}
