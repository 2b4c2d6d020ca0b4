package com.mypay.money.domain;

/** Which rule says how much is charged when a balance is short. */
public enum TopUpRule {
    PAYMENT,
    REMITTANCE,
    /** Nothing is charged: short is short. */
    NONE
}
