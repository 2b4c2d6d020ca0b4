package com.mypay.remittance.domain;

/** A resolution's life: {@code PROPOSED → APPROVED}. */
public enum ResolutionStatus {
    PROPOSED,
    APPROVED
}
