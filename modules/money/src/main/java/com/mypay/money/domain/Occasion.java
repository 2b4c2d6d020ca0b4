package com.mypay.money.domain;

import java.time.Instant;

/**
 * When something happens, and in which business transaction.
 *
 * @param guid of the business transaction, 32 hex digits
 * @param at business time, whole microseconds
 */
public record Occasion(String guid, Instant at) {}
