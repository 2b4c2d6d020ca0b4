package com.mypay.settlement.domain;

/** What a slip records. */
public enum SlipKind {
    /** An approved payment: the franchise gets the amount less the commission. */
    PAYMENT,
    /** A full or partial cancellation: the franchise gives the amount back and gets back the commission on it. */
    CANCELLATION
}
