package com.mypay.settlement.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a cycle passes on: owed to the franchise, or by it (negative). Taken in whole by one later cycle.
 *
 * @param cycleId the cycle that it comes from
 * @param dueOn from which business date on it can be paid
 * @param takenBy {@code null} while it is open
 */
public record CarryOver(
        CycleId cycleId,
        MemberId franchiseId,
        Won amount,
        CarryReason reason,
        LocalDate dueOn,
        @Nullable CycleId takenBy,
        Instant createdAt) {

    public CarryOver {
        if (amount.isZero()) {
            throw new IllegalArgumentException("nothing to carry over");
        }
    }

    /**
     * Everything that is open for one franchise.
     *
     * @param dueOn the earliest
     */
    public record Sum(MemberId franchiseId, Won amount, LocalDate dueOn) {

        public Sum plus(Sum other) {
            LocalDate earlier = other.dueOn.isBefore(dueOn) ? other.dueOn : dueOn;
            return new Sum(franchiseId, amount.plus(other.amount), earlier);
        }
    }
}
