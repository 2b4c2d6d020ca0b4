package com.mypay.banking.domain;

/** Whose account a firmbanking takes from or pays to. */
public enum PartyKind {
    /** A member's verified bank account. */
    MEMBER,
    /** The operator's primary corporate account. */
    CORPORATE,
    /** Any account at a bank. */
    ACCOUNT,
    /** An account at a bank that was confirmed with its holder's name, named by the id of that confirmation. */
    PAYEE
}
