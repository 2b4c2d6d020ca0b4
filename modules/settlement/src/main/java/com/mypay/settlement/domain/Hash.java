package com.mypay.settlement.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts in UTF-8, as 64 hex digits in lower case. */
final class Hash {

    /** Of nothing: what the first link of a chain follows. */
    static final String NONE = "0".repeat(64);

    private Hash() {}

    static String of(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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
