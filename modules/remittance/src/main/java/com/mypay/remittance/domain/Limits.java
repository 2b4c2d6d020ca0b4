package com.mypay.remittance.domain;

import com.mypay.framework.value.Won;

/** How much a member may send: amounts without fees, whole won, by business date of Seoul. */
public record Limits(Won perCall, Won perDay, Won perMonth) {

    public Limits {
        if (!perCall.isPositive() || perDay.isLessThan(perCall) || perMonth.isLessThan(perDay)) {
            throw new IllegalArgumentException("limits rise from the call to the day to the month");
        }
    }

    /** Those of each verification level. */
    public record ByLevel(Limits basic, Limits verified) {

        public Limits of(VerificationLevel level) {
            return switch (level) {
                case BASIC -> basic;
                case VERIFIED -> verified;
            };
        }
    }
}
