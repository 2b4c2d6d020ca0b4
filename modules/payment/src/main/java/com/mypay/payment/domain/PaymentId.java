package com.mypay.payment.domain;

import java.util.regex.Pattern;

/**
 * Names a payment or a cancellation.
 *
 * @param value 32 hex digits
 */
public record PaymentId(String value) implements Comparable<PaymentId> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public PaymentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an id is 32 hex digits");
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
