package com.mypay.banksimulator.domain;

/** An account anywhere: its bank and its number there. */
public record AccountId(BankCode bankCode, AccountNumber accountNumber) {
    public static AccountId of(String bankCode, String accountNumber) {
        return new AccountId(new BankCode(bankCode), new AccountNumber(accountNumber));
    }
}
