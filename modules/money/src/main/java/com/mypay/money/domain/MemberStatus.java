package com.mypay.money.domain;

/** As membership says it. */
public enum MemberStatus {
    ACTIVE,
    SUSPENDED,
    CLOSED
}
