package com.mypay.framework.log;

/**
 * Everything that the business log tells, of all services. A name stays for ever: archives have it. What is said with
 * each are {@link BusinessLog}'s references and details.
 */
public enum BusinessEvent {
    // membership
    /** Somebody has become a member, or a franchise. */
    MEMBER_REGISTERED("membership"),
    /** Name, address, telephone or mail address were changed. */
    MEMBER_MODIFIED("membership"),
    /** Staff has suspended a member. */
    MEMBER_SUSPENDED("membership"),
    /** Staff has lifted a suspension. */
    MEMBER_RESUMED("membership"),
    /** A member has left. */
    MEMBER_CLOSED("membership"),
    /** A franchise's settlement terms or data were changed, by whom. */
    FRANCHISE_MODIFIED("membership"),
    /** An employee was entered, by whom. */
    STAFF_REGISTERED("membership"),
    /** An employee's roles or data were changed, by whom. */
    STAFF_MODIFIED("membership"),
    /** An employee has left. */
    STAFF_CLOSED("membership"),

    // banking
    /** A member has named a bank account, which isn't verified yet. */
    BANK_ACCOUNT_REGISTERED("banking"),
    /** A member has shown that a bank account is its own. */
    BANK_ACCOUNT_VERIFIED("banking"),
    /** A bank's contract was agreed on, by whom. */
    BANK_CONTRACT_REGISTERED("banking"),
    /** A bank's contract was changed, by whom. */
    BANK_CONTRACT_MODIFIED("banking"),
    /** One of the operator's own accounts was entered, or made the primary one, by whom. */
    CORPORATE_ACCOUNT_REGISTERED("banking"),
    /** A difference between a bank's statement and our calls was looked into, by whom. */
    RECONCILIATION_ITEM_RESOLVED("banking"),
    /** The bank has named the holder of an account that money is to be sent to. */
    PAYEE_ACCOUNT_CONFIRMED("banking"),
    /** The intention to call the bank is committed: the call follows. */
    FIRMBANKING_SENT("banking"),
    /** The bank has said what became of it, or staff has: COMPLETED, REFUSED, or UNKNOWN for now. */
    FIRMBANKING_ENDED("banking"),

    // money
    /** A balance has changed: by how much, why. */
    MONEY_CHANGED("money"),
    /** A part of a balance was set aside. */
    MONEY_HELD("money"),
    /** What was set aside is free again. */
    MONEY_RELEASED("money"),
    /** A charge of a balance has begun: banking is told to fetch the money. */
    CHARGE_REQUESTED("money"),
    /** A charge of a balance has ended: succeeded or failed. */
    CHARGE_ENDED("money"),

    // payment
    /** A payment was approved. */
    PAYMENT_APPROVED("payment"),
    /** A payment was refused. */
    PAYMENT_FAILED("payment"),
    /** Nobody knows yet whether a payment has happened: it is asked about. */
    PAYMENT_IN_DOUBT("payment"),
    /** A payment was cancelled, whole or in part. */
    PAYMENT_CANCELLED("payment"),
    /** A commission was proposed, by whom. */
    COMMISSION_PROPOSED("payment"),
    /** A commission was agreed on by the second person, whom; it holds from its day on. */
    COMMISSION_CHANGED("payment"),

    // remittance
    /** A sender was shown who would get its money. */
    PAYEE_CONFIRMED("remittance"),
    /** A remittance was accepted, has taken a step, or has ended: its status, and what it waits for. */
    REMITTANCE_MOVED("remittance"),
    /** Staff proposes how a remittance in doubt is to end, who. */
    RESOLUTION_PROPOSED("remittance"),
    /** A second person, whom, has approved how a remittance in doubt ends. */
    RESOLUTION_APPROVED("remittance"),
    /** A standing remittance was agreed on. */
    STANDING_REMITTANCE_SCHEDULED("remittance"),
    /** A standing remittance was ended. */
    STANDING_REMITTANCE_CANCELLED("remittance"),
    /** Another remittance fee was proposed, by whom. */
    REMITTANCE_FEE_PROPOSED("remittance"),
    /** A remittance fee was agreed on by the second person, whom. */
    REMITTANCE_FEE_CHANGED("remittance"),

    // settlement
    /** A file of another system's slips is in: how many, how many were known before, how many lines are none. */
    SLIPS_IMPORTED("settlement"),
    /** The slips of a date were put together to a cycle. */
    CYCLE_FROZEN("settlement"),
    /** Slips have become lines of their settlements: how many. */
    SLIPS_SETTLED("settlement"),
    /** A payout of a settlement was ordered. */
    PAYOUT_REQUESTED("settlement"),
    /** The bank has paid a payout out, or refused it. */
    PAYOUT_ENDED("settlement"),
    /** A cycle's sums are checked and it is closed. */
    CYCLE_CLOSED("settlement"),

    // any service
    /** A dead letter was put back into its queue, by whom. */
    DEAD_LETTER_RESENT("framework");

    private final String service;

    BusinessEvent(String service) {
        this.service = service;
    }

    /** Who tells it: {@code money}; {@code framework} is every service. */
    public String service() {
        return service;
    }
}
