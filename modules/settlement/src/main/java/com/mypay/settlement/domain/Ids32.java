package com.mypay.settlement.domain;

import java.util.regex.Pattern;

/** The form of ids as they are stored. */
final class Ids32 {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,32}");

    private Ids32() {}

    static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }
}
