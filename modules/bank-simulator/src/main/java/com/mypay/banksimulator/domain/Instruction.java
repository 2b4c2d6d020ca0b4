package com.mypay.banksimulator.domain;

import java.time.LocalDate;

/**
 * What a caller tells a bank to do. Two instructions with one id are the same only if all of this is equal.
 * Amounts are 1 to 10,000,000,000 won, a memo has at most 100 characters.
 */
public record Instruction(TransferId id, Kind kind, AccountId from, AccountId to, Won amount, String memo) {
    public static final Won LARGEST_AMOUNT = Won.won(10_000_000_000L);

    /** Each bank's own account, out of which the 1-won deposits are paid; opened with the first of them. */
    private static final AccountNumber VERIFICATION_ACCOUNT = new AccountNumber("0000000001");

    private static final int LONGEST_MEMO = 100;

    /** What the call was for; only a transfer is billed. */
    public enum Kind {
        TRANSFER,
        VERIFICATION
    }

    public Instruction {
        if (amount.isLessThan(Won.won(1)) || LARGEST_AMOUNT.isLessThan(amount)) {
            throw malformed("amountWon is 1 to 10000000000");
        }
        if (!from.bankCode().equals(id.bankCode())) {
            throw malformed("a transfer is called at the bank of the from account");
        }
        if (from.equals(to)) {
            throw malformed("the from account and the to account are the same");
        }
        if (memo.length() > LONGEST_MEMO || memo.chars().anyMatch(Character::isISOControl)) {
            throw malformed("memo has at most 100 characters and no control characters");
        }
    }

    public static Instruction transfer(TransferId id, AccountId from, AccountId to, Won amount, String memo) {
        return new Instruction(id, Kind.TRANSFER, from, to, amount, memo);
    }

    /** A deposit of 1 won whose memo carries a code that only the account's holder can read (1원 인증). */
    public static Instruction verification(
            BankCode bankCode, LocalDate date, String transactionId, AccountNumber account, String memo) {
        return new Instruction(
                new TransferId(bankCode, date, transactionId),
                Kind.VERIFICATION,
                new AccountId(bankCode, VERIFICATION_ACCOUNT),
                new AccountId(bankCode, account),
                Won.won(1),
                memo);
    }

    private static Rejected malformed(String detail) {
        return new Rejected(BankProblem.MALFORMED_REQUEST, detail);
    }
}
