package com.mypay.money.domain;

/** Why money changed; each cause has the account that stands against the member's. */
public enum Cause {
    CHARGE(AccountKind.CORPORATE_CASH),
    TOP_UP(AccountKind.CORPORATE_CASH),
    PAYMENT(AccountKind.PAYMENT_CLEARING),
    PAYMENT_CANCELLATION(AccountKind.PAYMENT_CLEARING),
    REMITTANCE(AccountKind.REMITTANCE_CLEARING),
    REMITTANCE_FEE(AccountKind.FEE_INCOME),
    /** A correction at the operator's expense, or to its gain. */
    ADJUSTMENT(AccountKind.FEE_INCOME),
    COMMISSION(AccountKind.FEE_INCOME),
    PAYOUT(AccountKind.CORPORATE_CASH);

    private final AccountKind counterpart;

    Cause(AccountKind counterpart) {
        this.counterpart = counterpart;
    }

    public AccountKind counterpart() {
        return counterpart;
    }

    /** Whether another service may increase a balance for this cause. */
    public boolean mayIncrease() {
        return this == PAYMENT_CANCELLATION || this == ADJUSTMENT || this == REMITTANCE;
    }

    /** Whether another service may decrease a balance for this cause. */
    public boolean mayDecrease() {
        return this == PAYMENT || this == ADJUSTMENT || this == REMITTANCE || this == REMITTANCE_FEE;
    }
}
