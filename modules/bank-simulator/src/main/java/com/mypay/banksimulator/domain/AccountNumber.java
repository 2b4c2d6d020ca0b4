package com.mypay.banksimulator.domain;

import java.util.regex.Pattern;

/** An account's number within its bank (계좌번호): 6 to 20 digits; hyphens of the printed form are left out. */
public record AccountNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{6,20}");
    private static final int SHOWN_DIGITS = 4;

    public AccountNumber {
        value = value.length() > 40 ? value : value.replace("-", "");
        if (!FORM.matcher(value).matches()) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "an account number has 6 to 20 digits");
        }
    }

    /** For messages to people: the last four digits, {@code ********6789}. */
    public String masked() {
        int hidden = value.length() - SHOWN_DIGITS;
        return "*".repeat(hidden) + value.substring(hidden);
    }

    @Override
    public String toString() {
        return value;
    }
}
