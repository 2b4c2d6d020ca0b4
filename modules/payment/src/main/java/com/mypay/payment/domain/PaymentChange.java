package com.mypay.payment.domain;

import java.time.Instant;

/**
 * One step in the life of a payment or a cancellation. Written once, never changed.
 *
 * @param id rises with real time
 * @param subject the payment's or the cancellation's id
 */
public record PaymentChange(String id, PaymentId subject, PaymentStatus status, String guid, Instant changedAt) {}
