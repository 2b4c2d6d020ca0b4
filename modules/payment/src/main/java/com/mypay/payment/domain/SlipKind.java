package com.mypay.payment.domain;

/** What a slip tells. */
public enum SlipKind {
    PAYMENT,
    CANCELLATION
}
