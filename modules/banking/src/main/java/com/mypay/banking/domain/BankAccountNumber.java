package com.mypay.banking.domain;

import java.util.regex.Pattern;

/**
 * An account at a bank (계좌번호). Written in full to the bank and into our own schema; everywhere else, also by
 * {@link #toString}, masked: {@code 088/*******1234}.
 *
 * @param bank whose account
 * @param number 6 to 20 digits, without the hyphens of the printed form
 */
public record BankAccountNumber(BankCode bank, String number) {

    private static final Pattern FORM = Pattern.compile("[0-9]{6,20}");
    private static final int SHOWN_DIGITS = 4;

    public BankAccountNumber {
        if (!FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("an account number has 6 to 20 digits");
        }
    }

    /** From what people write: {@code account("088", "110-123-456789")}. */
    public static BankAccountNumber account(String bankCode, String printed) {
        return new BankAccountNumber(new BankCode(bankCode), printed.replace("-", ""));
    }

    /** The last four digits: {@code ********6789}. */
    public String masked() {
        int hidden = number.length() - SHOWN_DIGITS;
        return "*".repeat(hidden) + number.substring(hidden);
    }

    @Override
    public String toString() {
        return bank + "/" + masked();
    }
}
