package com.mypay.framework.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** The opaque form of a page's last key. Callers pass it on; they neither make nor read it. */
final class Cursor {

    private Cursor() {}

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    static String decode(String cursor) {
        if (cursor.length() > 400) {
            throw new IllegalArgumentException("a cursor is at most 400 characters long");
        }
        return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
    }
}
