package com.mypay.remittance.domain;

/** Who gets the money. */
public enum PayeeKind {
    /** A member's my money. */
    MEMBER,
    /** An account at any bank. */
    ACCOUNT
}
