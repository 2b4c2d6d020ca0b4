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

    /** Where a carry-over stands in the order of the work list: by franchise, then by the cycle that it comes from. */
    public record Position(MemberId franchiseId, CycleId cycleId) implements Comparable<Position> {

        /** Before all of them. */
        public static final Position FIRST = new Position(new MemberId(1), new CycleId("-"));

        /** The text form of a page's last key. */
        public static Position parse(String text) {
            int colon = text.indexOf(':');
            return new Position(
                    new MemberId(Long.parseLong(text.substring(0, colon))), new CycleId(text.substring(colon + 1)));
        }

        @Override
        public int compareTo(Position other) {
            int byFranchise = franchiseId.compareTo(other.franchiseId);
            return byFranchise != 0 ? byFranchise : cycleId.compareTo(other.cycleId);
        }

        @Override
        public String toString() {
            return franchiseId + ":" + cycleId;
        }
    }

    public Position position() {
        return new Position(franchiseId, cycleId);
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
