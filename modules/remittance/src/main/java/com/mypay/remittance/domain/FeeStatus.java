package com.mypay.remittance.domain;

/** A fee's life: {@code PROPOSED → APPROVED}. */
public enum FeeStatus {
    PROPOSED,
    APPROVED
}
