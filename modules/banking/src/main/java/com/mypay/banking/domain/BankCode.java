package com.mypay.banking.domain;

import java.util.regex.Pattern;

/** The three digits by which the payment network knows a bank (은행 코드), for example {@code 088}. */
public record BankCode(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{3}");

    public BankCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a bank code has 3 digits");
        }
    }

    public static BankCode bankCode(String value) {
        return new BankCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
