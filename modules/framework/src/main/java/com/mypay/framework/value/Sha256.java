package com.mypay.framework.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java has. */
public final class Sha256 {

    private Sha256() {}

    /** For what comes piece by piece. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @return of the text in UTF-8, 64 hex digits in lower case */
    public static String hex(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(UTF_8)));
    }
}
