package com.mypay.settlement.domain;

/** What became of a franchise's settlement in a cycle. */
public enum Outcome {
    /** A payout was requested. */
    PAYOUT,
    /** The amount is carried over to a later cycle. */
    CARRIED,
    /** It comes to exactly 0 won. */
    NOTHING_DUE
}
