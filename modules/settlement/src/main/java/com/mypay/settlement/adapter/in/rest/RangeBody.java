package com.mypay.settlement.adapter.in.rest;

import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.RangeFigures;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The cycles of some business dates together, as they are now. */
@Schema(
        name = "CyclesFigures",
        description = "What the cycles of some business dates come to together, as they are now")
public record RangeBody(
        @Schema(description = "The first business date") LocalDate from,
        @Schema(description = "The last business date") LocalDate to,

        @Schema(description = "Cycles whose last date is among these")
        long cycles,

        @Schema(description = "Payment slips in them") long paymentSlips,

        @Schema(description = "Cancellation slips in them") long cancellationSlips,

        @Schema(description = "All payments, in won") long grossWon,

        @Schema(description = "All cancellations, in won, positive")
        long cancelledWon,

        @Schema(description = "Commission kept by those that are closed, in won")
        long commissionWon,

        @Schema(description = "Net of those that are closed, in won")
        long netWon,

        @Schema(description = "Franchises in any of them") long franchises,

        @Schema(description = "Members who paid in any of them")
        long members,

        @Schema(description = "Franchises whose amount none of them has paid or taken over")
        long carriedFranchises,

        @Schema(description = "What they are owed, in won; negative: they owe")
        long carriedWon,

        @Schema(description = "What was paid out, in won") long paidWon,

        @Schema(description = "Payouts without a final answer")
        long openPayouts) {

    static RangeBody of(DateRange dates, RangeFigures figures) {
        return new RangeBody(
                dates.first(),
                dates.last(),
                figures.cycles(),
                figures.frozen().paymentSlips(),
                figures.frozen().cancellationSlips(),
                figures.frozen().gross().value(),
                figures.frozen().cancelled().value(),
                figures.commission().value(),
                figures.net().value(),
                figures.franchises(),
                figures.members(),
                figures.carried().count(),
                figures.carried().amount().value(),
                figures.paid().value(),
                figures.open());
    }
}
