package com.mypay.banksimulator.domain;

import java.time.Instant;

/**
 * One line of an account's statement (거래내역): never changed. It belongs to the transfer's transaction date, so that
 * both sides of a transfer made around midnight stand in the statement of the same day. Its sequence comes from the
 * transfer's booking number, so that a transfer can't have two debits or two credits.
 */
public record Entry(
        long sequence,
        AccountId account,
        TransferId transfer,
        Direction direction,
        Won amount,
        Won balanceAfter,
        AccountId counterparty,
        String counterpartyName,
        String memo,
        Instant at) {
    /** Seen from the account: CREDIT is a deposit, DEBIT a withdrawal. */
    public enum Direction {
        CREDIT,
        DEBIT
    }
}
