package com.mypay.settlement.domain;

import java.util.List;

/** What the steps of each cycle's job have done. */
public interface StepCounts {

    /** Adds one chunk's counts, in the chunk's transaction. */
    void add(CycleId cycleId, StepCount chunk);

    List<StepCount> of(CycleId cycleId);
}
