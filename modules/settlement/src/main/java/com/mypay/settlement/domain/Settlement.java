package com.mypay.settlement.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A settlement (정산): gross − cancellations − commission of one franchise in one cycle.
 *
 * @param carriedIn what earlier cycles have carried over into this one
 * @param outcome {@code null} until it is decided
 * @param terms by which it was decided: what is agreed later changes nothing; {@code null} until then
 * @param charges what the terms add to the lines; none until it is decided
 * @param dueOn from when on what the cycle earns can be paid, by the calendar of that moment; {@code null} until it is
 *     decided, and where it was before cycles took only what was due
 */
public record Settlement(
        CycleId cycleId,
        MemberId franchiseId,
        LineTotals totals,
        Won carriedIn,
        @Nullable Outcome outcome,
        @Nullable SettlementTerms terms,
        @Nullable LocalDate dueOn,
        Charges charges) {

    public Settlement decided(
            Won carriedInNow, Outcome decision, SettlementTerms agreed, LocalDate due, Charges charged) {
        if (outcome != null) {
            throw new IllegalStateException("settlement " + cycleId + "/" + franchiseId + " is decided already");
        }
        return new Settlement(cycleId, franchiseId, totals, carriedInNow, decision, agreed, due, charged);
    }

    /** What the cycle earns the franchise: its lines with what the terms add. */
    public Won earned() {
        return charges.on(totals.net());
    }

    /** Of a franchise that sold nothing in this cycle and is in it for what was carried over. */
    public static Settlement withoutSlips(CycleId cycleId, MemberId franchiseId) {
        return new Settlement(cycleId, franchiseId, LineTotals.NONE, Won.ZERO, null, null, null, Charges.NONE);
    }
}
