package com.mypay.banking.domain;

import com.mypay.framework.value.Won;

/**
 * One line of a bank's statement (거래내역).
 *
 * @param number the bank's, rising
 * @param transactionId what the bank was told; of a transfer of ours the firmbanking's id
 * @param direction seen from the account
 */
public record StatementLine(long number, String transactionId, Direction direction, Won amount) {

    /** CREDIT: came in. DEBIT: went out. */
    public enum Direction {
        CREDIT,
        DEBIT
    }
}
