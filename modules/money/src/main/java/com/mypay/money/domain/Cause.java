package com.mypay.money.domain;

/** Why money changed; each cause has the account that stands against the member's. */
public enum Cause {
    CHARGE(AccountKind.CORPORATE_CASH),
    TOP_UP(AccountKind.CORPORATE_CASH),
    PAYMENT(AccountKind.PAYMENT_CLEARING),
    PAYMENT_CANCELLATION(AccountKind.PAYMENT_CLEARING),
    /** To a member or to an account, its fee included: one entry each, booked by remittance's commands alone. */
    REMITTANCE(AccountKind.REMITTANCE_CLEARING),
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
        return this == PAYMENT_CANCELLATION || this == ADJUSTMENT;
    }

    /** Whether another service may decrease a balance for this cause. */
    public boolean mayDecrease() {
        return this == PAYMENT || this == ADJUSTMENT;
    }
}
