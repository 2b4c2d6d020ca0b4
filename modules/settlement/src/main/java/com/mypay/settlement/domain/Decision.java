package com.mypay.settlement.domain;

import com.mypay.framework.value.Won;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a franchise is paid now, or its amount waits.
 *
 * @param amount to pay, or to carry over (negative: the franchise owes)
 * @param reason why it is carried; {@code null} for the other outcomes
 * @param dueOn from when on a carried amount can be paid; {@code null} for the other outcomes
 */
public record Decision(
        Outcome outcome,
        Won amount,
        @Nullable CarryReason reason,
        @Nullable LocalDate dueOn) {

    /**
     * @param net what the franchise's lines of this cycle come to
     * @param carriedIn what earlier cycles have carried over to it
     * @param carriedDueOn from when on that is due; {@code null} where nothing is carried in
     * @param day the cycle's business date
     */
    public static Decision of(
            Won net, Won carriedIn, @Nullable LocalDate carriedDueOn, SettlementTerms terms, LocalDate day) {
        Won amount = net.plus(carriedIn);
        if (amount.isZero()) {
            return new Decision(Outcome.NOTHING_DUE, amount, null, null);
        }
        LocalDate dueOn = earlier(terms.period().lastDay(day), carriedDueOn);
        boolean due = !dueOn.isAfter(day);
        LocalDate waitsUntil = due ? terms.period().lastDay(day.plusDays(1)) : dueOn;
        if (amount.isNegative()) {
            return new Decision(Outcome.CARRIED, amount, CarryReason.NEGATIVE, waitsUntil);
        }
        if (terms.hold()) {
            return new Decision(Outcome.CARRIED, amount, CarryReason.HELD, waitsUntil);
        }
        if (!due) {
            return new Decision(Outcome.CARRIED, amount, CarryReason.NOT_DUE, waitsUntil);
        }
        if (amount.isLessThan(terms.minimumPayout())) {
            return new Decision(Outcome.CARRIED, amount, CarryReason.UNDER_MINIMUM, waitsUntil);
        }
        return new Decision(Outcome.PAYOUT, amount, null, null);
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
