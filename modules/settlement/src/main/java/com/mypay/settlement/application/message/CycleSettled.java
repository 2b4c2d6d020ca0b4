package com.mypay.settlement.application.message;

import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures;
import com.mypay.settlement.domain.LineTotals;
import java.time.LocalDate;

/** {@code cycle-settled.v1} to money, which books the commission. */
public record CycleSettled(String cycleId, LocalDate businessDate, long commissionWon, long roundingWon, long vatWon) {

    private static final String TYPE = "cycle-settled.v1";
    private static final String ADDRESS = "money.ledger-entries";

    public static OutgoingMessage of(Cycle cycle, LineTotals totals, CycleFigures.Charged charged) {
        var body = new CycleSettled(
                cycle.id().value(),
                cycle.businessDate(),
                totals.commission().minus(charged.rebate()).value(),
                totals.rounding().plus(charged.rounding()).value(),
                charged.vatOwed().value());
        return new OutgoingMessage("cycle-" + cycle.id(), ADDRESS, TYPE, body);
    }
}
