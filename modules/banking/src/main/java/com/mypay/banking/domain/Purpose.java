package com.mypay.banking.domain;

import static com.mypay.banking.domain.PartyKind.ACCOUNT;
import static com.mypay.banking.domain.PartyKind.CORPORATE;
import static com.mypay.banking.domain.PartyKind.MEMBER;
import static com.mypay.banking.domain.PartyKind.PAYEE;

/**
 * What a firmbanking is for, and so between whom it may be: one side is always the corporate account, money is only ever
 * taken from a member's own account, and only a remittance goes to an outside account.
 */
public enum Purpose {
    /** A member charges my money. */
    CHARGE(MEMBER, CORPORATE),
    /** A payment or remittance charges what is short (자동 충전). */
    TOP_UP(MEMBER, CORPORATE),
    /** A settlement is paid to a franchise (지급). */
    PAYOUT(CORPORATE, MEMBER),
    /** A member sends money out (송금). */
    REMITTANCE(CORPORATE, ACCOUNT);

    private final PartyKind from;
    private final PartyKind to;

    Purpose(PartyKind from, PartyKind to) {
        this.from = from;
        this.to = to;
    }

    public boolean fits(Party payer, Party payee) {
        // Where any account may be paid, a member's may, and one that was confirmed before
        boolean isAnyAccount = payee.kind() == MEMBER || payee.kind() == PAYEE;
        return payer.kind() == from && (payee.kind() == to || (to == ACCOUNT && isAnyAccount));
    }

    /**
     * Whether an order by message waits until its bank's maintenance is over. A payout does: the other chance is
     * tomorrow's. A charge and a remittance don't: somebody looks on, and would rather hear so and decide.
     */
    public boolean waitsForMaintenance() {
        return this == PAYOUT;
    }

    /** Whether the calls go to the bank of the corporate account; else to the member's. */
    public boolean isPaidByCorporateAccount() {
        return from == CORPORATE;
    }
}
