package com.mypay.settlement.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settlements of the franchises and their lines. */
public interface Settlements {

    /** Writes the lines and adds them to the sums of their franchises. A slip that has a line is refused by its key. */
    void addLines(CycleId cycleId, List<SettlementLine> lines);

    /**
     * The last line of a range in the settle step's order: lines are written in this order and a range by one partition,
     * so everything up to it has been written.
     */
    Optional<SlipKey> lastLine(CycleId cycleId, FranchiseRange range);

    /** Puts franchises without slips into a cycle. */
    void addWithoutSlips(CycleId cycleId, List<MemberId> franchiseIds);

    /** Those that wait for their decision, after a franchise, in the order of their ids. */
    List<Settlement> undecided(CycleId cycleId, long afterFranchiseId, int limit);

    void decide(List<Settlement> decided);

    /**
     * Until the transaction ends nobody else locks the volumes of these franchises, as far as they have tiers: who decides
     * by a volume locks it before reading it.
     */
    void lockVolumes(MemberId first, MemberId last);

    /**
     * What franchises have sold (paid less cancelled) in the decided cycles whose business dates are in a range.
     *
     * @param except a cycle that doesn't count
     */
    Map<MemberId, Won> volumes(DateRange dates, CycleId except, MemberId first, MemberId last);

    /** Counted and added up again from the lines themselves. */
    LineTotals sumOfLines(CycleId cycleId);

    Optional<Settlement> find(CycleId cycleId, MemberId franchiseId);

    Page<Settlement> page(CycleId cycleId, PageRequest request);

    Page<LineOfSlip> lines(CycleId cycleId, MemberId franchiseId, PageRequest request);

    /** A cycle's lines after a position, in the order of the settle step. */
    List<SettlementLine> linesAfter(CycleId cycleId, SlipKey after, int limit);

    Optional<LineOfSlip> line(SlipId slipId);

    /** A line and the slip that explains it. */
    record LineOfSlip(CycleId cycleId, LocalDate cycleDate, SettlementLine line, Slip slip) {}
}
