package com.mypay.membership.domain;

/** How often a franchise is settled (정산 주기). */
public enum SettlementCycle {
    /** Each business date by itself, on the day after. */
    DAILY,
    /** Monday to Sunday. */
    WEEKLY,
    /** From the 1st to the 15th and from the 16th to the month's end. */
    SEMIMONTHLY,
    /** A calendar month. */
    MONTHLY
}
