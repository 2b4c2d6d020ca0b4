package com.mypay.payment.domain;

/** A member's standing, as membership says it. */
public enum PartnerStatus {
    ACTIVE,
    SUSPENDED,
    CLOSED
}
