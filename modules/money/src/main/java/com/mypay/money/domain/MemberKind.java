package com.mypay.money.domain;

/** As membership says it. */
public enum MemberKind {
    PERSONAL,
    FRANCHISE
}
