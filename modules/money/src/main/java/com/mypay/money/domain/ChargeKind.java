package com.mypay.money.domain;

/** Who wanted a charge. */
public enum ChargeKind {
    /** The member. Sent to banking as a message, the answer comes as a message. */
    CHARGE(Cause.CHARGE, "charge-"),
    /**
     * A command that was short (자동 충전). Banking is called while the command's caller waits; for remittance, which waits
     * for a message, it is sent as a message.
     */
    TOP_UP(Cause.TOP_UP, "topup-");

    private final Cause cause;
    private final String requestPrefix;

    ChargeKind(Cause cause, String requestPrefix) {
        this.cause = cause;
        this.requestPrefix = requestPrefix;
    }

    public Cause cause() {
        return cause;
    }

    String requestPrefix() {
        return requestPrefix;
    }
}
