package com.mypay.remittance.domain;

import java.util.regex.Pattern;

/**
 * Names a remittance.
 *
 * @param value 32 hex digits
 */
public record RemittanceId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public RemittanceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a remittance id is 32 hex digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
