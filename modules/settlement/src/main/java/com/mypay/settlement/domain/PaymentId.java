package com.mypay.settlement.domain;

/**
 * Names a payment; issued by payment.
 *
 * @param value 1 to 32 letters and digits; ours have 32 hex digits
 */
public record PaymentId(String value) implements Comparable<PaymentId> {

    public PaymentId {
        if (!Ids32.isWellFormed(value)) {
            throw new IllegalArgumentException("an id has 1 to 32 letters, digits and hyphens");
        }
    }

    @Override
    public int compareTo(PaymentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
