package com.mypay.settlement.domain;

import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.CarryOver.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a franchise is paid now, and what waits.
 *
 * @param payout 0 or more
 * @param waiting what is carried over: at most one amount of each part
 */
public record Decision(Won payout, List<Waiting> waiting) {

    /**
     * @param amount negative: the franchise owes
     * @param dueOn from which business date on a cycle takes it
     */
    public record Waiting(Part part, Won amount, CarryReason reason, LocalDate dueOn) {}

    public Decision {
        waiting = List.copyOf(waiting);
    }

    public Outcome outcome() {
        if (payout.isPositive()) {
            return Outcome.PAYOUT;
        }
        return waiting.isEmpty() ? Outcome.NOTHING_DUE : Outcome.CARRIED;
    }

    /**
     * Of what the cycle has earned, the reserve is kept back first. The rest is due with what was carried in, or waits for
     * its own day; what the franchise owes is taken off both.
     *
     * @param net what the franchise's lines of this cycle come to
     * @param carriedIn what earlier cycles have carried over to it and what is due
     * @param day the cycle's business date
     * @param dueOn from when on {@code net} can be paid, see {@link SettlementTerms#dueOn}
     */
    public static Decision of(Won net, Won carriedIn, SettlementTerms terms, LocalDate day, LocalDate dueOn) {
        Won reserved = reserved(net, carriedIn, terms);
        Won earned = net.minus(reserved);
        Won later = earned.isPositive() && dueOn.isAfter(day) ? earned : Won.ZERO;
        Won now = carriedIn.plus(earned).minus(later);
        if (now.isNegative()) {
            Won offset = later.min(now.negated());
            later = later.minus(offset);
            now = now.plus(offset);
        }
        List<Waiting> waiting = new ArrayList<>();
        Won payout = Won.ZERO;
        LocalDate nextPeriod = terms.period().lastDay(day.plusDays(1));
        if (now.isNegative()) {
            waiting.add(new Waiting(Part.DECIDED, now, CarryReason.NEGATIVE, day.plusDays(1)));
        } else if (now.isPositive() && terms.hold()) {
            waiting.add(new Waiting(Part.DECIDED, now, CarryReason.HELD, nextPeriod));
        } else if (now.isLessThan(terms.minimumPayout()) && now.isPositive()) {
            waiting.add(new Waiting(Part.DECIDED, now, CarryReason.UNDER_MINIMUM, nextPeriod));
        } else {
            payout = now;
        }
        if (later.isPositive()) {
            CarryReason reason = terms.hold() ? CarryReason.HELD : CarryReason.NOT_DUE;
            waiting.add(new Waiting(Part.LATER, later, reason, dueOn));
        }
        if (reserved.isPositive()) {
            LocalDate free = day.plusDays(terms.reserve().days());
            waiting.add(new Waiting(Part.RESERVE, reserved, CarryReason.RESERVED, free));
        }
        return new Decision(payout, waiting);
    }

    /** Never more than there is, after what the franchise owes. */
    private static Won reserved(Won net, Won carriedIn, SettlementTerms terms) {
        Won all = net.plus(carriedIn);
        return net.isPositive() && all.isPositive()
                ? net.feeOf(terms.reserve().rate()).min(all)
                : Won.ZERO;
    }

    /**
     * As cycles were decided before they took only what was due: everything that was open was collected into one amount,
     * which was due on the earliest of its days. Only for computing such a cycle again.
     *
     * @param carriedDueOn from when on that is due; {@code null} where nothing is carried in
     */
    public static Decision collected(
            Won net, Won carriedIn, @Nullable LocalDate carriedDueOn, SettlementTerms terms, LocalDate day) {
        Won amount = net.plus(carriedIn);
        if (amount.isZero()) {
            return new Decision(Won.ZERO, List.of());
        }
        LocalDate end = terms.period().lastDay(day);
        LocalDate dueOn = carriedDueOn != null && carriedDueOn.isBefore(end) ? carriedDueOn : end;
        boolean due = !dueOn.isAfter(day);
        @Nullable CarryReason reason = collectedReason(amount, due, terms);
        if (reason == null) {
            return new Decision(amount, List.of());
        }
        LocalDate waitsUntil = due ? terms.period().lastDay(day.plusDays(1)) : dueOn;
        return new Decision(Won.ZERO, List.of(new Waiting(Part.DECIDED, amount, reason, waitsUntil)));
    }

    private static @Nullable CarryReason collectedReason(Won amount, boolean due, SettlementTerms terms) {
        if (amount.isNegative()) {
            return CarryReason.NEGATIVE;
        }
        if (terms.hold()) {
            return CarryReason.HELD;
        }
        if (!due) {
            return CarryReason.NOT_DUE;
        }
        return amount.isLessThan(terms.minimumPayout()) ? CarryReason.UNDER_MINIMUM : null;
    }
}
