package com.mypay.banksimulator.domain;

import java.util.regex.Pattern;

/** The three digits by which the payment network knows a bank (은행 코드), for example {@code 088}. */
public record BankCode(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{3}");

    public BankCode {
        if (!FORM.matcher(value).matches()) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "a bank code has 3 digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
