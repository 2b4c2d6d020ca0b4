package com.mypay.settlement.domain;

import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All cycles, with the history of each. */
public interface Cycles {

    /** Nobody else opens a cycle until the running transaction has ended; waits for whoever does. */
    void lockOpening();

    /** Writes it at once, with the first row of its history: the second one of its date fails here. */
    void add(Cycle cycle);

    Optional<Cycle> find(CycleId id);

    /** The date's cycle. */
    Optional<Cycle> findByDate(LocalDate businessDate);

    /** Notes a change of status in the history, after {@link Cycle} has made it. */
    void changed(Cycle cycle, @Nullable CycleStatus from, Instant at);

    /** Newest date first. */
    Page<Cycle> page(PageRequest request);

    /** The latest date that has a cycle. */
    Optional<LocalDate> latestDate();

    /** Which dates have a cycle, from one on. */
    Set<LocalDate> datesFrom(LocalDate first);

    /** The dates of those cycles that have one in common with these. */
    List<DateRange> overlapping(DateRange dates);

    /** What the cycles that end on one of these dates come to right now. */
    RangeFigures figures(DateRange dates);

    /** What a cycle's settlements, carry-overs and payouts come to right now. */
    CycleFigures figures(CycleId id);
}
