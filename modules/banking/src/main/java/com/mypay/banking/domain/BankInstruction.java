package com.mypay.banking.domain;

import com.mypay.framework.value.Won;
import java.time.LocalDate;

/**
 * A firmbanking as the bank gets it. Id and date never change: by them the bank executes it once however often it is
 * sent. The bank of {@code from} is called.
 *
 * @param transactionDate the business date of the request
 */
public record BankInstruction(
        String transactionId,
        LocalDate transactionDate,
        BankAccountNumber from,
        BankAccountNumber to,
        Won amount,
        String memo) {}
