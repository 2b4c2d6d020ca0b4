package com.mypay.framework.value;

/** How a transaction has ended. */
public enum TransactionEnd {
    COMMITTED,
    ROLLED_BACK,
    /** The database did not confirm the commit: it may have happened. */
    UNKNOWN;

    public static TransactionEnd of(boolean committed) {
        return committed ? COMMITTED : ROLLED_BACK;
    }
}
