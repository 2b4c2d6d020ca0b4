package com.mypay.settlement.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What cycles pass on to later ones. What is owed to a franchise is taken when it is due; a debt by the next cycle that has
 * the franchise, also one that was written with a later day.
 */
public interface CarryOvers {

    void addAll(List<CarryOver> carryOvers);

    /**
     * Takes what is open and due for these franchises into a cycle; each row is taken once, whoever else tries.
     *
     * @param day the cycle's business date
     */
    List<CarryOver.Sum> take(CycleId by, LocalDate day, List<MemberId> franchiseIds);

    /**
     * Franchises without slips in a cycle for which something is open and due, in the order of their ids.
     *
     * @return all that is due for each of them
     */
    List<CarryOver.Sum> dueWithoutSlips(CycleId cycleId, LocalDate day, long afterFranchiseId, int limit);

    /** What a cycle of this business date would take, of franchises from one id to another. */
    List<CarryOver.Sum> due(CycleId by, LocalDate day, MemberId first, MemberId last);

    /** What a cycle has taken over, of franchises from one id to another. */
    List<CarryOver.Sum> takenBy(CycleId cycleId, MemberId first, MemberId last);

    /** What a cycle has passed on, part by part, of franchises from one id to another. */
    List<CarryOver> from(CycleId cycleId, MemberId first, MemberId last);

    /** What a settlement has passed on, part by part; mostly nothing or one. */
    List<CarryOver> find(CycleId from, MemberId franchiseId);

    /** What no cycle has taken yet. */
    Page<CarryOver> open(@Nullable CarryReason reason, PageRequest request);
}
