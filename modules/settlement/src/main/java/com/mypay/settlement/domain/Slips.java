package com.mypay.settlement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The replica of payment's slips. */
public interface Slips {

    /** A slip that is there already is refused by its key. */
    void add(Slip slip, Instant receivedAt);

    Optional<Slip> find(SlipId id);

    /**
     * Fixes a cycle's slips: those of its dates that are in no cycle, and those of earlier dates that came after their own
     * date's cycle was frozen. A slip that arrives meanwhile is either among them, and counted, or waits for a
     * later cycle.
     */
    FrozenSlips freeze(CycleId cycleId, DateRange dates);

    /** How many slips each franchise has in a cycle, in the order of their ids. */
    List<FranchiseRange.Weight> weights(CycleId cycleId);

    /** The cycle's slips after a position, in order. */
    List<Slip> frozen(CycleId cycleId, FranchiseRange range, SlipKey after, int limit);

    /** How many members have paid in a cycle. */
    long payingMembers(CycleId cycleId);

    /** How many slips of a business date have arrived. */
    SlipCounts counts(LocalDate businessDate);

    /** The earliest date that has a slip. */
    Optional<LocalDate> earliestDate();

    /** @param waiting of both kinds, in no cycle yet */
    record SlipCounts(long paymentSlips, long cancellationSlips, long waiting) {}
}
