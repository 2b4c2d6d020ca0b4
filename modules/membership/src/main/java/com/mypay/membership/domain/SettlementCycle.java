package com.mypay.membership.domain;

/** How often a franchise is settled (정산 주기). */
public enum SettlementCycle {
    /** Each business date by itself, on the day after. */
    DAILY,
    WEEKLY,
    MONTHLY
}
