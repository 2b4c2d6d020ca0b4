package com.mypay.framework.log;

/**
 * Everything that the business log tells, of all services. A name stays for ever: archives have it. What is said with
 * each are {@link BusinessLog}'s references and details.
 */
public enum BusinessEvent {
    // membership
    /** Somebody has become a member, or a franchise. */
    MEMBER_REGISTERED,
    /** Name, address, telephone or mail address were changed. */
    MEMBER_MODIFIED,
    /** Staff has suspended a member. */
    MEMBER_SUSPENDED,
    /** Staff has lifted a suspension. */
    MEMBER_RESUMED,
    /** A member has left. */
    MEMBER_CLOSED,
    /** A franchise's settlement terms or data were changed, by whom. */
    FRANCHISE_MODIFIED,
    /** An employee was entered, by whom. */
    STAFF_REGISTERED,
    /** An employee's roles or data were changed, by whom. */
    STAFF_MODIFIED,
    /** An employee has left. */
    STAFF_CLOSED,

    // banking
    /** A member has named a bank account, which isn't verified yet. */
    BANK_ACCOUNT_REGISTERED,
    /** A member has shown that a bank account is its own. */
    BANK_ACCOUNT_VERIFIED,
    /** A bank's contract was agreed on, by whom. */
    BANK_CONTRACT_REGISTERED,
    /** A bank's contract was changed, by whom. */
    BANK_CONTRACT_MODIFIED,
    /** The intention to call the bank is committed: the call follows. */
    FIRMBANKING_SENT,
    /** The bank has said what became of it, or staff has: COMPLETED, REFUSED, or UNKNOWN for now. */
    FIRMBANKING_ENDED,

    // money
    /** A balance has changed: by how much, why. */
    MONEY_CHANGED,
    /** A part of a balance was set aside. */
    MONEY_HELD,
    /** What was set aside is free again. */
    MONEY_RELEASED,
    /** A charge of a balance has ended: succeeded or failed. */
    CHARGE_ENDED,

    // payment
    /** A payment was approved. */
    PAYMENT_APPROVED,
    /** A payment was refused. */
    PAYMENT_FAILED,
    /** Nobody knows yet whether a payment has happened: it is asked about. */
    PAYMENT_IN_DOUBT,
    /** A payment was cancelled, whole or in part. */
    PAYMENT_CANCELLED,
    /** A commission was proposed, by whom. */
    COMMISSION_PROPOSED,
    /** A commission was agreed on by the second person, whom; it holds from its day on. */
    COMMISSION_CHANGED,

    // remittance
    /** A remittance was accepted, has taken a step, or has ended: its status, and what it waits for. */
    REMITTANCE_MOVED,
    /** A standing remittance was agreed on. */
    STANDING_REMITTANCE_SCHEDULED,
    /** A standing remittance was ended. */
    STANDING_REMITTANCE_CANCELLED,
    /** A remittance fee was agreed on by the second person, whom. */
    REMITTANCE_FEE_CHANGED,

    // settlement
    /** The slips of a date were put together to a cycle. */
    CYCLE_FROZEN,
    /** Slips have become lines of their settlements: how many. */
    SLIPS_SETTLED,
    /** A payout of a settlement was ordered. */
    PAYOUT_REQUESTED,
    /** The bank has paid a payout out, or refused it. */
    PAYOUT_ENDED,
    /** A cycle's sums are checked and it is closed. */
    CYCLE_CLOSED
}
