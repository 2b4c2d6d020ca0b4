package com.mypay.settlement.domain;

import com.mypay.framework.value.Sha256;

/** SHA-256 of texts in UTF-8, as 64 hex digits in lower case. */
final class Hash {

    /** Of nothing: what the first link of a chain follows. */
    static final String NONE = "0".repeat(64);

    private Hash() {}

    static String of(String text) {
        return Sha256.hex(text);
    }

    /** The canonical form of {@link CycleRow}. */
    static String canonical(String first, Iterable<?> values) {
        StringBuilder text = new StringBuilder(240).append(first);
        for (Object value : values) {
            text.append('|').append(value);
        }
        return text.toString();
    }
}
