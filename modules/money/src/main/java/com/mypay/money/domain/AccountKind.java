package com.mypay.money.domain;

/**
 * The accounts of the ledger. What MyPay owes or has earned is positive; the cash behind it stands against it and is
 * negative, so that all postings add up to 0.
 */
public enum AccountKind {
    /** What one member has; the only kind with an owner and with a balance row. */
    MEMBER,
    /** The corporate account at the bank: −20,000 when 20,000 won of cash came in. */
    CORPORATE_CASH,
    /** Paid by members, not yet paid out to franchises. */
    PAYMENT_CLEARING,
    /** Taken from members for remittances that haven't left yet. */
    REMITTANCE_CLEARING,
    /** The operator's own: commissions and fees. */
    FEE_INCOME,
    /** VAT on commissions, owed to the tax office. */
    VAT_PAYABLE,
    /** Residues of rounding. */
    ROUNDING
}
