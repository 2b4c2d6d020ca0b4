package com.mypay.settlement.domain;

/**
 * Names a payout (지급).
 *
 * @param value 1 to 32 letters and digits; ours have 32 hex digits
 */
public record PayoutId(String value) implements Comparable<PayoutId> {

    public PayoutId {
        if (!Ids32.isWellFormed(value)) {
            throw new IllegalArgumentException("an id has 1 to 32 letters, digits and hyphens");
        }
    }

    @Override
    public int compareTo(PayoutId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
