package com.mypay.remittance.application;

import java.time.Duration;

/**
 * When a remittance comes on the staff's work list; it is asked on all the same.
 *
 * @param waiting how long it has waited for one answer, real time
 */
public record WorkListLimit(Duration waiting) {}
