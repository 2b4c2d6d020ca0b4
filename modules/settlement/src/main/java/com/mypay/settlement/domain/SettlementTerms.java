package com.mypay.settlement.domain;

import com.mypay.framework.value.Won;

/**
 * What is agreed with a franchise about its payouts.
 *
 * @param minimumPayout a smaller amount waits; 0 for none
 * @param hold payouts are stopped by staff
 */
public record SettlementTerms(SettlementPeriod period, Won minimumPayout, boolean hold) {

    /** Of a franchise whose own terms have not arrived yet. */
    public static final SettlementTerms USUAL = new SettlementTerms(SettlementPeriod.DAILY, Won.ZERO, false);

    public SettlementTerms {
        if (minimumPayout.isNegative()) {
            throw new IllegalArgumentException("a minimum payout is not negative");
        }
    }
}
