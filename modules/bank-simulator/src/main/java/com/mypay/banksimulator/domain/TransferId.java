package com.mypay.banksimulator.domain;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What makes a transfer unique: the called bank, the day and the caller's transaction id (1 to 64 letters, digits,
 * {@code . _ -}). A second call with the same three is the same transfer.
 */
public record TransferId(BankCode bankCode, LocalDate transactionDate, String transactionId) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public TransferId {
        if (!FORM.matcher(transactionId).matches()) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "a transaction id has 1 to 64 letters, digits, or . _ -");
        }
        Days.checkYear("a transaction date", transactionDate.getYear());
    }
}
