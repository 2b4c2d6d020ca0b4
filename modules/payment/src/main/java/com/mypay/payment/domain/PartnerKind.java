package com.mypay.payment.domain;

/** Which side of a payment a member can be on, as membership says it. */
public enum PartnerKind {
    PERSONAL,
    FRANCHISE
}
