package com.mypay.settlement.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All payouts, with the history of each. */
public interface Payouts {

    /** Writes them at once, with the first row of each history. A settlement's second payout is refused by its key. */
    void addAll(List<Payout> payouts);

    Optional<Payout> find(PayoutId id);

    Optional<Payout> find(CycleId cycleId, MemberId franchiseId);

    /** Notes a change of status in the history, after {@link Payout} has made it. */
    void changed(Payout payout, PayoutStatus from, Instant at);

    /** How many of a cycle have no final answer. */
    long open(CycleId cycleId);

    /** In the order of the franchises' ids. */
    Page<Payout> page(CycleId cycleId, @Nullable PayoutStatus status, PageRequest request);
}
