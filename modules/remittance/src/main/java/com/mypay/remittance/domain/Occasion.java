package com.mypay.remittance.domain;

import java.time.Instant;

/**
 * When something happens, and in which business transaction.
 *
 * @param guid of the business transaction, 32 hex digits
 * @param at business time, whole microseconds
 * @param realNow real time, which no test clock moves: deadlines go by it
 */
public record Occasion(String guid, Instant at, Instant realNow) {}
