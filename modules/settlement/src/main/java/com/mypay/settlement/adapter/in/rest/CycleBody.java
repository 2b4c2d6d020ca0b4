package com.mypay.settlement.adapter.in.rest;

import com.mypay.settlement.application.FindCycles.CycleNow;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures;
import com.mypay.settlement.domain.CycleFigures.Figure;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.PayoutStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cycle as it is now. At any moment netWon + rebateWon - vatWon + carriedInWon = paidWon + pendingWon + inDoubtWon + carriedWon. */
@Schema(
        name = "Cycle",
        description = "A settlement cycle (정산 회차) as it is now. Once every franchise is decided,"
                + " netWon + rebateWon - vatWon + carriedInWon = paidWon + pendingWon + inDoubtWon + carriedWon")
public record CycleBody(
        @Schema(description = "Names the cycle") String cycleId,

        @Schema(description = "The first business date that it settles; mostly its only one", examples = "2011-12-05")
        LocalDate firstDate,

        @Schema(description = "The last business date that it settles (day in Seoul)", examples = "2011-12-05")
        LocalDate businessDate,

        @Schema(description = "Its number within the date", examples = "1")
        int cycleNumber,

        @Schema(description = "FROZEN, SETTLED, PAYING or CLOSED")
        String status,

        @Schema(description = "Names the job's business transaction")
        String guid,

        @Schema(description = "The batch job instance that settles it")
        long jobInstanceId,

        @Schema(description = "When its slips were fixed") Instant frozenAt,

        @Schema(description = "When it was closed; missing until then") @Nullable Instant closedAt,

        @Schema(description = "Payment slips in it") long paymentSlips,

        @Schema(description = "Cancellation slips in it") long cancellationSlips,

        @Schema(description = "All payments, in won") long grossWon,

        @Schema(description = "All cancellations, in won, positive")
        long cancelledWon,

        @Schema(description = "Commission kept, in won, after what cancellations give back; grows while it is settled")
        long commissionWon,

        @Schema(description = "Residue of rounding, in won; booked when it is closed")
        long roundingWon,

        @Schema(description = "gross - cancelled - commission, in won; grows while it is settled")
        long netWon,

        @Schema(description = "Commission given back by monthly volume, in won; grows while franchises are decided")
        long rebateWon,

        @Schema(description = "VAT on the commission, in won; grows while franchises are decided")
        long vatWon,

        @Schema(description = "Franchises with a settlement")
        long franchises,

        @Schema(description = "Members who paid; missing until it is closed") @Nullable Long members,

        @Schema(description = "Taken over from earlier cycles, in won")
        long carriedInWon,

        @Schema(description = "Franchises of which an amount is carried over to a later cycle, for any reason")
        long carriedFranchises,

        @Schema(description = "What they are owed, in won; negative: they owe")
        long carriedWon,

        @Schema(description = "Of these, franchises that owe")
        long negativeFranchises,

        @Schema(description = "Of the carried ones, franchises under their minimum payout")
        long underMinimumFranchises,

        @Schema(
                description =
                        "Of the carried ones, franchises whose period, or the business days after it, aren't over")
        long notDueFranchises,

        @Schema(description = "Of the carried ones, franchises whose payouts staff has stopped")
        long heldFranchises,

        @Schema(description = "Of the carried ones, franchises of whose earnings a reserve is kept back")
        long reservedFranchises,

        @Schema(description = "The reserves, in won; part of carriedWon")
        long reservedWon,

        @Schema(description = "Of the carried ones, franchises whose payout the bank has refused: to be looked at")
        long refusedFranchises,

        @Schema(description = "The refused payouts, in won; part of carriedWon")
        long refusedWon,

        @Schema(description = "Franchises that have their money")
        long paidFranchises,

        @Schema(description = "What they got, in won") long paidWon,

        @Schema(description = "Payouts that banking has not answered yet")
        long pendingFranchises,

        @Schema(description = "The same, in won") long pendingWon,

        @Schema(description = "Payouts whose outcome the bank has not told yet: banking goes on asking")
        long inDoubtFranchises,

        @Schema(description = "The same, in won") long inDoubtWon) {

    static CycleBody of(CycleNow now) {
        Cycle cycle = now.cycle();
        CycleFigures figures = now.figures();
        LineTotals settled = figures.settled();
        Figure carried = figures.allCarried();
        Figure refused = figures.carried(CarryReason.REFUSED);
        Figure paid = figures.payouts(PayoutStatus.COMPLETED);
        Figure pending = figures.payouts(PayoutStatus.REQUESTED);
        Figure inDoubt = figures.payouts(PayoutStatus.IN_DOUBT);
        return new CycleBody(
                cycle.id().value(),
                cycle.dates().first(),
                cycle.businessDate(),
                cycle.number(),
                cycle.status().name(),
                cycle.guid(),
                cycle.jobInstanceId(),
                cycle.frozenAt(),
                cycle.closedAt().orElse(null),
                cycle.frozen().paymentSlips(),
                cycle.frozen().cancellationSlips(),
                cycle.frozen().gross().value(),
                cycle.frozen().cancelled().value(),
                settled.commission().value(),
                settled.rounding().value(),
                settled.net().value(),
                figures.charged().rebate().value(),
                figures.charged().vat().value(),
                figures.franchises(),
                now.members().orElse(null),
                figures.carriedIn().value(),
                figures.carriedFranchises(),
                carried.amount().value(),
                figures.carried(CarryReason.NEGATIVE).count(),
                figures.carried(CarryReason.UNDER_MINIMUM).count(),
                figures.carried(CarryReason.NOT_DUE).count(),
                figures.carried(CarryReason.HELD).count(),
                figures.carried(CarryReason.RESERVED).count(),
                figures.carried(CarryReason.RESERVED).amount().value(),
                refused.count(),
                refused.amount().value(),
                paid.count(),
                paid.amount().value(),
                pending.count(),
                pending.amount().value(),
                inDoubt.count(),
                inDoubt.amount().value());
    }
}
