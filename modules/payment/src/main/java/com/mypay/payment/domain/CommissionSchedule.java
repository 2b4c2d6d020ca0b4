package com.mypay.payment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which of the approved terms hold for one franchise on which day. Of those that could hold on a day, in this order: its
 * own before the common ones, a campaign before terms without an end, what began later before what began earlier, what
 * was approved later before what was approved earlier. So terms come back when a campaign over them has ended, and a
 * campaign is corrected or ended early by another one over it.
 *
 * <p>{@link Commissions#inForce} says the same in SQL, for one day.
 *
 * @param approved the franchise's own and the common ones
 */
public record CommissionSchedule(List<Commission> approved) {

    private static final Comparator<Commission> WEIGHT = Comparator.comparing(
                    (Commission commission) -> commission.terms().franchise().isPresent())
            .thenComparing(commission -> commission.terms().effectiveUntil().isPresent())
            .thenComparing(commission -> commission.terms().effectiveFrom())
            .thenComparing(commission -> commission.approvedAt().orElseThrow());

    public CommissionSchedule {
        approved = List.copyOf(approved);
    }

    /**
     * A day on which other terms begin to hold, or hold again.
     *
     * @param day in Seoul
     */
    public record Change(LocalDate day, Commission commission) {}

    public Optional<Commission> on(LocalDate day) {
        return approved.stream()
                .filter(commission -> commission.terms().holdOn(day))
                .max(WEIGHT);
    }

    /** What is coming after a day, the next first; empty if what holds on it goes on. */
    public List<Change> after(LocalDate day) {
        List<Change> changes = new ArrayList<>();
        Optional<Commission> before = on(day);
        for (LocalDate next : daysToLookAt().tailSet(day, false)) {
            Optional<Commission> then = on(next);
            if (then.isPresent() && !sameAs(before, then.get())) {
                changes.add(new Change(next, then.get()));
            }
            before = then;
        }
        return changes;
    }

    /** Something can change only where terms begin or have ended the day before. */
    private TreeSet<LocalDate> daysToLookAt() {
        TreeSet<LocalDate> days = new TreeSet<>();
        approved.stream()
                .map(Commission::terms)
                .forEach(terms -> Stream.concat(
                                Stream.of(terms.effectiveFrom()),
                                terms.effectiveUntil().map(last -> last.plusDays(1)).stream())
                        .forEach(days::add));
        return days;
    }

    private static boolean sameAs(Optional<Commission> before, Commission then) {
        return before.filter(commission -> commission.id().equals(then.id())).isPresent();
    }
}
