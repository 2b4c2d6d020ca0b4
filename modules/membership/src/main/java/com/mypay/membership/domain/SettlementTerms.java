package com.mypay.membership.domain;

import com.mypay.framework.value.Won;

/**
 * When and from which amount on a franchise gets its money.
 *
 * @param cycle how often
 * @param minimumPayout a smaller result is carried over to the next cycle; 0 or more
 * @param hold while it holds nothing is paid out
 * @param payoutDelay how many business days after the end of its cycle it is paid (D+n), 0 to 10
 * @param reserve kept back for some time
 * @param commission beside the slips' rates
 */
public record SettlementTerms(
        SettlementCycle cycle,
        Won minimumPayout,
        boolean hold,
        int payoutDelay,
        Reserve reserve,
        CommissionTerms commission) {

    /** What a franchise has until staff agrees on something else with it: daily, from 1 won on. */
    public static final SettlementTerms STANDARD = new SettlementTerms(SettlementCycle.DAILY, Won.won(1), false);

    public SettlementTerms {
        if (minimumPayout.isNegative()) {
            throw new IllegalArgumentException("a minimum payout is not negative");
        }
    }

    /** Paid with its cycle, all of it. */
    public SettlementTerms(SettlementCycle cycle, Won minimumPayout, boolean hold) {
        this(cycle, minimumPayout, hold, 0, Reserve.NONE);
    }

    /** The commission is what the slips say. */
    public SettlementTerms(SettlementCycle cycle, Won minimumPayout, boolean hold, int payoutDelay, Reserve reserve) {
        this(cycle, minimumPayout, hold, payoutDelay, reserve, CommissionTerms.NONE);
    }
}
