package com.mypay.settlement.domain;

/** Why an amount waits for a later cycle. */
public enum CarryReason {
    /** The franchise owes: its cancellations are more than its payments. */
    NEGATIVE,
    /** Staff has stopped the franchise's payouts. */
    HELD,
    /** The franchise's period isn't over, or the business days after it aren't. */
    NOT_DUE,
    /** Less than the agreed minimum. */
    UNDER_MINIMUM,
    /** Kept back for some days, as it was agreed. */
    RESERVED,
    /** The bank has refused the payout: somebody has to look. */
    REFUSED
}
