package com.mypay.remittance.domain;

/** As membership says it. */
public enum PartnerStatus {
    ACTIVE,
    SUSPENDED,
    CLOSED
}
