package com.mypay.payment.domain;

/** A commission change's life: {@code PROPOSED → {APPROVED}}. */
public enum CommissionStatus {
    PROPOSED,
    APPROVED
}
