package com.mypay.banking.domain;

import java.time.Instant;

/**
 * Why a firmbanking isn't sent now, and until when.
 *
 * @param reason {@link Firmbanking#BANK_IN_MAINTENANCE} or {@link Firmbanking#BANK_PACE}
 * @param until real time
 */
public record Wait(String reason, Instant until) {}
