package com.mypay.settlement.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a cycle passes on: owed to the franchise, or by it (negative). Taken in whole by one later cycle.
 *
 * @param cycleId the cycle that it comes from
 * @param part which part of its settlement
 * @param dueOn from which business date on it can be paid
 * @param takenBy {@code null} while it is open
 */
public record CarryOver(
        CycleId cycleId,
        MemberId franchiseId,
        Part part,
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

    /** A settlement passes on at most one amount of each; in the order of their names. */
    public enum Part {
        /** What could have been paid, and what is owed. */
        DECIDED,
        /** What the cycle has earned and what isn't due yet. */
        LATER,
        /** What the bank has refused to pay. */
        REFUSED,
        /** What is kept back. */
        RESERVE
    }

    /** Where a carry-over stands among those of its cycle: by franchise, then part by part. */
    public record Key(MemberId franchiseId, Part part) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::franchiseId).thenComparing(Key::part);

        public static Key parse(String text) {
            String[] key = text.split(":", 2);
            return new Key(new MemberId(Long.parseLong(key[0])), key.length == 1 ? Part.DECIDED : Part.valueOf(key[1]));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        /** The franchise, for what was decided; with the part otherwise. */
        @Override
        public String toString() {
            return part == Part.DECIDED ? franchiseId.toString() : franchiseId + ":" + part;
        }
    }

    /** Where a carry-over stands in the order of the work list: by franchise, then by the cycle that it comes from. */
    public record Position(MemberId franchiseId, CycleId cycleId, Part part) implements Comparable<Position> {

        private static final Comparator<Position> ORDER = Comparator.comparing(Position::franchiseId)
                .thenComparing(Position::cycleId)
                .thenComparing(Position::part);

        /** Before all of them. */
        public static final Position FIRST = new Position(new MemberId(1), new CycleId("-"), Part.DECIDED);

        /** The text form of a page's last key. */
        public static Position parse(String text) {
            String[] key = text.split(":", 3);
            return new Position(new MemberId(Long.parseLong(key[0])), new CycleId(key[1]), Part.valueOf(key[2]));
        }

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return franchiseId + ":" + cycleId + ":" + part;
        }
    }

    public Position position() {
        return new Position(franchiseId, cycleId, part);
    }

    /**
     * What comes to one franchise.
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
