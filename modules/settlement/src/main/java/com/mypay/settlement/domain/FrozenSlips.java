package com.mypay.settlement.domain;

import com.mypay.framework.value.Won;

/**
 * The slips that a cycle was frozen with, counted and added up at that moment: what its lines have to come to.
 *
 * @param gross of the payments, positive
 * @param cancelled of the cancellations, positive
 */
public record FrozenSlips(long paymentSlips, long cancellationSlips, Won gross, Won cancelled) {

    public long slips() {
        return paymentSlips + cancellationSlips;
    }
}
