package com.mypay.remittance.domain;

/** As membership says it. */
public enum PartnerKind {
    PERSONAL,
    FRANCHISE
}
