package com.mypay.remittance.domain;

/** A resolution's life: {@code PROPOSED → APPROVED → REFUTED}. */
public enum ResolutionStatus {
    PROPOSED,
    APPROVED,
    /** By the bank, before it held: others may say otherwise. */
    REFUTED
}
