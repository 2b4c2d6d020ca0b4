package com.mypay.settlement.adapter.in.rest;

import com.mypay.framework.value.Page;
import com.mypay.framework.value.Won;
import com.mypay.settlement.application.ExplainLine.Explanation;
import com.mypay.settlement.application.FindSettlements.Statement;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Outcome;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.SettlementLine;
import com.mypay.settlement.domain.Settlements.LineOfSlip;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.Slips.SlipCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answers of the queries. */
public final class Bodies {

    private Bodies() {}

    @Schema(name = "CycleSummary", description = "A cycle in the list")
    public record CycleSummary(
            @Schema(description = "Names the cycle") String cycleId,

            @Schema(description = "The business date that it settles (day in Seoul)", examples = "2011-12-05")
            LocalDate businessDate,

            @Schema(description = "Its number within the date", examples = "1")
            int cycleNumber,

            @Schema(description = "FROZEN, SETTLED, PAYING or CLOSED")
            String status,

            @Schema(description = "Payment slips in it") long paymentSlips,

            @Schema(description = "Cancellation slips in it")
            long cancellationSlips,

            @Schema(description = "All payments, in won") long grossWon,

            @Schema(description = "All cancellations, in won, positive")
            long cancelledWon,

            @Schema(description = "Commission kept, in won; missing until it is closed") @Nullable Long commissionWon,

            @Schema(description = "gross - cancelled - commission, in won; missing until it is closed") @Nullable Long netWon,

            @Schema(description = "Franchises with a settlement; missing until it is closed") @Nullable Long franchises,

            @Schema(description = "Members who paid; missing until it is closed") @Nullable Long members,

            @Schema(description = "When it was closed; missing until then") @Nullable Instant closedAt) {

        static CycleSummary of(Cycle cycle) {
            return new CycleSummary(
                    cycle.id().value(),
                    cycle.businessDate(),
                    cycle.number(),
                    cycle.status().name(),
                    cycle.frozen().paymentSlips(),
                    cycle.frozen().cancellationSlips(),
                    cycle.frozen().gross().value(),
                    cycle.frozen().cancelled().value(),
                    cycle.commission().map(Won::value).orElse(null),
                    cycle.net().map(Won::value).orElse(null),
                    cycle.franchises().orElse(null),
                    cycle.members().orElse(null),
                    cycle.closedAt().orElse(null));
        }
    }

    @Schema(name = "CyclePage", description = "One page of cycles")
    public record CyclePage(
            @Schema(description = "Newest date first") List<CycleSummary> items,

            @Schema(description = "Send it as 'cursor' for the next page; missing on the last one") @Nullable String nextCursor) {

        static CyclePage of(Page<Cycle> page) {
            return new CyclePage(page.map(CycleSummary::of).items(), page.nextCursor());
        }
    }

    @Schema(name = "Settlement", description = "One franchise in one cycle (정산)")
    public record SettlementBody(
            @Schema(description = "The cycle") String cycleId,

            @Schema(description = "The franchise", examples = "2001")
            long franchiseId,

            @Schema(description = "Payment slips") long paymentSlips,

            @Schema(description = "Cancellation slips") long cancellationSlips,

            @Schema(description = "All payments, in won") long grossWon,

            @Schema(description = "All cancellations, in won, positive")
            long cancelledWon,

            @Schema(description = "Commission kept, in won, after what cancellations give back")
            long commissionWon,

            @Schema(description = "gross - cancelled - commission, in won")
            long netWon,

            @Schema(description = "Taken over from earlier cycles, in won")
            long carriedInWon,

            @Schema(description = "Commission given back by the month's volume, in won; 0 until it is decided")
            long rebateWon,

            @Schema(description = "VAT on the commission less the rebate, in won; 0 until it is decided")
            long vatWon,

            @Schema(
                    description =
                            "netWon + rebateWon - vatWon + carriedInWon: what is paid out or carried over, in won")
            long payableWon,

            @Schema(description = "PAYOUT, CARRIED or NOTHING_DUE; missing until it is decided") @Nullable String outcome) {

        static SettlementBody of(Settlement settlement) {
            LineTotals totals = settlement.totals();
            Outcome outcome = settlement.outcome();
            return new SettlementBody(
                    settlement.cycleId().value(),
                    settlement.franchiseId().value(),
                    totals.paymentSlips(),
                    totals.cancellationSlips(),
                    totals.gross().value(),
                    totals.cancelled().value(),
                    totals.commission().value(),
                    totals.net().value(),
                    settlement.carriedIn().value(),
                    settlement.charges().rebate().value(),
                    settlement.charges().vat().value(),
                    settlement.earned().plus(settlement.carriedIn()).value(),
                    outcome == null ? null : outcome.name());
        }
    }

    @Schema(name = "SettlementPage", description = "One page of settlements")
    public record SettlementPage(
            @Schema(description = "In the order of the franchises' ids")
            List<SettlementBody> items,

            @Schema(description = "Send it as 'cursor' for the next page; missing on the last one") @Nullable String nextCursor) {

        static SettlementPage of(Page<Settlement> page) {
            return new SettlementPage(page.map(SettlementBody::of).items(), page.nextCursor());
        }
    }

    @Schema(name = "Payout", description = "The bank transfer that pays a settlement (지급)")
    public record PayoutBody(
            @Schema(description = "Names the payout") String payoutId,

            @Schema(description = "The cycle that it settles")
            String cycleId,

            @Schema(description = "The franchise", examples = "2001")
            long franchiseId,

            @Schema(description = "In won") long amountWon,

            @Schema(
                    description =
                            "REQUESTED, COMPLETED, REFUSED (then carried over) or IN_DOUBT (the bank is being asked)")
            String status,

            @Schema(description = "Banking's id of the transfer, once it has answered") @Nullable String firmbankingId,

            @Schema(description = "Why it was refused or is in doubt") @Nullable String reasonCode,

            @Schema(description = "When it was asked of banking")
            Instant requestedAt,

            @Schema(description = "When its final answer came; missing until then") @Nullable Instant endedAt) {

        static PayoutBody of(Payout payout) {
            return new PayoutBody(
                    payout.id().value(),
                    payout.cycleId().value(),
                    payout.franchiseId().value(),
                    payout.amount().value(),
                    payout.status().name(),
                    payout.firmbankingId().orElse(null),
                    payout.reasonCode().orElse(null),
                    payout.requestedAt(),
                    payout.endedAt().orElse(null));
        }
    }

    @Schema(name = "PayoutPage", description = "One page of payouts")
    public record PayoutPage(
            @Schema(description = "In the order of the franchises' ids")
            List<PayoutBody> items,

            @Schema(description = "Send it as 'cursor' for the next page; missing on the last one") @Nullable String nextCursor) {

        static PayoutPage of(Page<Payout> page) {
            return new PayoutPage(page.map(PayoutBody::of).items(), page.nextCursor());
        }
    }

    @Schema(name = "CarryOver", description = "An amount that waits for a later cycle")
    public record CarryOverBody(
            @Schema(description = "The cycle that it comes from")
            String cycleId,

            @Schema(description = "The franchise", examples = "2001")
            long franchiseId,

            @Schema(
                    description = "Which part of its settlement: DECIDED, LATER (what isn't due yet beside it),"
                            + " RESERVE or REFUSED",
                    examples = "DECIDED")
            String part,

            @Schema(description = "In won; negative: the franchise owes")
            long amountWon,

            @Schema(description = "NEGATIVE, UNDER_MINIMUM, NOT_DUE, HELD, RESERVED or REFUSED")
            String reason,

            @Schema(description = "From which business date on it can be paid")
            LocalDate dueOn,

            @Schema(description = "The cycle that has taken it over; missing while it waits") @Nullable String takenByCycleId,

            @Schema(description = "Since when it waits") Instant createdAt) {

        static CarryOverBody of(CarryOver carryOver) {
            CycleId takenBy = carryOver.takenBy();
            return new CarryOverBody(
                    carryOver.cycleId().value(),
                    carryOver.franchiseId().value(),
                    carryOver.part().name(),
                    carryOver.amount().value(),
                    carryOver.reason().name(),
                    carryOver.dueOn(),
                    takenBy == null ? null : takenBy.value(),
                    carryOver.createdAt());
        }
    }

    @Schema(name = "CarryOverPage", description = "One page of amounts that wait")
    public record CarryOverPage(
            @Schema(description = "In the order of the franchises' ids")
            List<CarryOverBody> items,

            @Schema(description = "Send it as 'cursor' for the next page; missing on the last one") @Nullable String nextCursor) {

        static CarryOverPage of(Page<CarryOver> page) {
            return new CarryOverPage(page.map(CarryOverBody::of).items(), page.nextCursor());
        }
    }

    @Schema(
            name = "Statement",
            description = "A franchise's statement of one cycle; its lines are find/settlement-lines")
    public record StatementBody(
            @Schema(description = "The business date (day in Seoul)", examples = "2011-12-05")
            LocalDate businessDate,

            @Schema(description = "The cycle's status: FROZEN, SETTLED, PAYING or CLOSED")
            String cycleStatus,

            @Schema(description = "The sums") SettlementBody settlement,

            @Schema(description = "The payout, if one was requested") @Nullable PayoutBody payout,

            @Schema(description = "What was carried over to a later cycle, part by part; mostly nothing or one")
            List<CarryOverBody> carryOvers) {

        static StatementBody of(Statement statement) {
            Optional<PayoutBody> payout = statement.payout().map(PayoutBody::of);
            return new StatementBody(
                    statement.cycle().businessDate(),
                    statement.cycle().status().name(),
                    SettlementBody.of(statement.settlement()),
                    payout.orElse(null),
                    statement.carryOvers().stream().map(CarryOverBody::of).toList());
        }
    }

    @Schema(name = "SettlementLine", description = "What one slip comes to, and why")
    public record LineBody(
            @Schema(description = "The slip") String slipId,

            @Schema(description = "The cycle that settles it")
            String cycleId,

            @Schema(description = "The cycle's business date")
            LocalDate cycleBusinessDate,

            @Schema(description = "The franchise", examples = "2001")
            long franchiseId,

            @Schema(description = "PAYMENT or CANCELLATION") String kind,

            @Schema(description = "The payment, or the one that was cancelled")
            String paymentId,

            @Schema(description = "Paid or cancelled, in won, positive")
            long amountWon,

            @Schema(description = "What was left of the payment before this slip, in won")
            long remainingBeforeWon,

            @Schema(description = "The payment's commission terms, hundredths of a percent", examples = "250")
            int commissionBasisPoints,

            @Schema(description = "Its commission in won, rounded down; negative: given back on a cancellation")
            long commissionWon,

            @Schema(description = "What the franchise gets for it in won; negative on a cancellation")
            long netWon,

            @Schema(description = "When it was approved") Instant approvedAt,

            @Schema(description = "The slip's own business date (day in Seoul)")
            LocalDate businessDate,

            @Schema(
                    description = "Whether it is what the slip's terms give; false: somebody has changed a row."
                            + " Missing in lists")
            @Nullable Boolean followsFromItsSlip,

            @Schema(description = "Why: slip, terms, rounding, cycle, payout; to be read in order. Missing in lists")
            @Nullable List<SentenceBody> explanation) {

        static LineBody of(Explanation explained) {
            return of(explained.line(), explained.followsFromItsSlip(), Words.of(explained));
        }

        static LineBody of(LineOfSlip lineOfSlip) {
            return of(lineOfSlip, null, null);
        }

        private static LineBody of(
                LineOfSlip lineOfSlip, @Nullable Boolean follows, @Nullable List<SentenceBody> explanation) {
            SettlementLine line = lineOfSlip.line();
            Slip slip = lineOfSlip.slip();
            return new LineBody(
                    slip.id().value(),
                    lineOfSlip.cycleId().value(),
                    lineOfSlip.cycleDate(),
                    slip.franchiseId().value(),
                    line.kind().name(),
                    slip.paymentId().value(),
                    line.amount().value(),
                    slip.remainingBefore().value(),
                    slip.commissionRate().value(),
                    line.commission().value(),
                    line.net().value(),
                    slip.approvedAt(),
                    slip.businessDate(),
                    follows,
                    explanation);
        }
    }

    @Schema(name = "Sentence", description = "A sentence for people")
    public record SentenceBody(
            @Schema(description = "In Korean") String korean,
            @Schema(description = "In English") String english) {}

    @Schema(name = "SettlementLinePage", description = "One page of lines")
    public record LinePage(
            @Schema(description = "In the order of the slips' ids")
            List<LineBody> items,

            @Schema(description = "Send it as 'cursor' for the next page; missing on the last one") @Nullable String nextCursor) {

        static LinePage of(Page<LineOfSlip> page) {
            return new LinePage(page.map(line -> LineBody.of(line)).items(), page.nextCursor());
        }
    }

    @Schema(name = "SlipCounts", description = "How many slips of a business date have arrived")
    public record SlipCountsBody(
            @Schema(description = "The business date (day in Seoul)")
            LocalDate businessDate,

            @Schema(description = "Payment slips") long paymentSlips,

            @Schema(description = "Cancellation slips") long cancellationSlips,

            @Schema(description = "Of both, those that are in no cycle yet")
            long waiting) {

        static SlipCountsBody of(LocalDate businessDate, SlipCounts counts) {
            return new SlipCountsBody(
                    businessDate, counts.paymentSlips(), counts.cancellationSlips(), counts.waiting());
        }
    }
}
