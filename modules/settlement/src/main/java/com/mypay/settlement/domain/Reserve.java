package com.mypay.settlement.domain;

import com.mypay.framework.value.BasisPoints;

/**
 * What is kept back of a franchise's earnings for later claims, and given free after some time.
 *
 * @param rate of what a cycle earns it, rounded down to whole won
 * @param days in the calendar, from the cycle's business date until it is free; 0 where nothing is kept
 */
public record Reserve(BasisPoints rate, int days) {

    public static final Reserve NONE = new Reserve(BasisPoints.basisPoints(0), 0);

    public Reserve {
        if (days < 0 || (rate.value() > 0 && days == 0)) {
            throw new IllegalArgumentException("a reserve of " + rate + " for " + days + " days");
        }
    }
}
