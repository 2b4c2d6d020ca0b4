package com.mypay.banking.domain;

/** What comes of comparing a line of the bank's with a firmbanking of ours. */
public enum StatementResult {
    MATCHED,
    /** The bank has moved money that we know nothing of, or that has not completed with us. */
    MISSING_HERE,
    /** We take it for completed, and the bank's statement of the day doesn't have it. */
    MISSING_THERE,
    AMOUNT_DIFFERS,
    DATE_DIFFERS,
    /** The bank has moved the same twice. */
    DUPLICATE
}
