package com.mypay.remittance.domain;

/** How well a sender is known: what he may send depends on it. */
public enum VerificationLevel {
    /** Signed up. */
    BASIC,
    /** Has a bank account of his own that is verified. */
    VERIFIED
}
