package com.mypay.settlement.domain;

/**
 * Names a cycle (정산 회차).
 *
 * @param value 1 to 32 letters and digits; ours have 32 hex digits
 */
public record CycleId(String value) implements Comparable<CycleId> {

    public CycleId {
        if (!Ids32.isWellFormed(value)) {
            throw new IllegalArgumentException("an id has 1 to 32 letters, digits and hyphens");
        }
    }

    @Override
    public int compareTo(CycleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
