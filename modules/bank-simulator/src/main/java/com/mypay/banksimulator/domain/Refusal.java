package com.mypay.banksimulator.domain;

/** A bank's no: the reason and its words, for example the account it is about. */
public record Refusal(RefusalReason reason, String text) {
    static Refusal because(RefusalReason reason) {
        return new Refusal(reason, reason.text());
    }
}
