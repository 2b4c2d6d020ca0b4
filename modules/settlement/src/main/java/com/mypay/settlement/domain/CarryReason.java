package com.mypay.settlement.domain;

/** Why an amount waits for a later cycle. */
public enum CarryReason {
    /** The franchise owes: its cancellations are more than its payments. */
    NEGATIVE,
    /** Staff has stopped the franchise's payouts. */
    HELD,
    /** The franchise is paid weekly or monthly and the period isn't over. */
    NOT_DUE,
    /** Less than the agreed minimum. */
    UNDER_MINIMUM,
    /** The bank has refused the payout: somebody has to look. */
    REFUSED
}
