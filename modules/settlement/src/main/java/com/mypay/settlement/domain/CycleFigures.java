package com.mypay.settlement.domain;

import com.mypay.framework.value.Won;
import java.util.Map;

/**
 * What a cycle's rows come to.
 *
 * @param franchises how many settlements
 * @param settled their totals
 * @param charged what the terms have added to the lines
 * @param undecided how many of them wait for their decision
 * @param carriedIn taken over from earlier cycles
 * @param carried by reason, what is passed on to later ones
 * @param carriedFranchises how many franchises have something carried over; one may have several parts
 * @param payouts by status
 */
public record CycleFigures(
        long franchises,
        LineTotals settled,
        Charged charged,
        long undecided,
        Won carriedIn,
        Map<CarryReason, Figure> carried,
        long carriedFranchises,
        Map<PayoutStatus, Figure> payouts) {

    public CycleFigures {
        carried = Map.copyOf(carried);
        payouts = Map.copyOf(payouts);
    }

    /**
     * @param vat taken from the franchises, each rounded by itself
     * @param vatOwed what all of them together owe, rounded once
     */
    public record Charged(Won rebate, Won vat, Won vatOwed) {

        public static final Charged NONE = new Charged(Won.ZERO, Won.ZERO, Won.ZERO);

        /** What was rounded apart: booked as a residue, of either sign. */
        public Won rounding() {
            return vat.minus(vatOwed);
        }
    }

    /** @param count of rows: of franchises, where each has one */
    public record Figure(long count, Won amount) {

        public static final Figure NONE = new Figure(0, Won.ZERO);

        public Figure plus(Figure other) {
            return new Figure(count + other.count, amount.plus(other.amount));
        }
    }

    public Figure carried(CarryReason reason) {
        return carried.getOrDefault(reason, Figure.NONE);
    }

    public Figure payouts(PayoutStatus status) {
        return payouts.getOrDefault(status, Figure.NONE);
    }

    public Figure allCarried() {
        return carried.values().stream().reduce(Figure.NONE, Figure::plus);
    }

    /** Asked of banking, or in doubt: no final answer yet. */
    public Figure open() {
        return payouts(PayoutStatus.REQUESTED).plus(payouts(PayoutStatus.IN_DOUBT));
    }

    /** Lines = payout + commission + carry-over: what came in went somewhere, to the won. */
    public boolean addUp() {
        Won in = settled.net().plus(charged.rebate()).minus(charged.vat()).plus(carriedIn);
        Won out = payouts(PayoutStatus.COMPLETED)
                .amount()
                .plus(open().amount())
                .plus(allCarried().amount());
        return in.equals(out);
    }
}
