package com.mypay.banksimulator.domain;

/** An account's state at its bank (계좌 상태), and whether it pays out and takes in then. */
public enum AccountStatus {
    OPEN(true, true),
    /** Attached or reported for fraud (지급정지): takes money in, pays none out. */
    FROZEN(false, true),
    /** Unused for years (휴면): neither. */
    DORMANT(false, false),
    CLOSED(false, false);

    private final boolean pays;
    private final boolean receives;

    AccountStatus(boolean pays, boolean receives) {
        this.pays = pays;
        this.receives = receives;
    }

    boolean pays() {
        return pays;
    }

    boolean receives() {
        return receives;
    }
}
