package com.mypay.framework.value;

import java.util.regex.Pattern;

/**
 * The id that a caller gives to one command ({@code Idempotency-Key}): the same id sent again has no second effect.
 *
 * @param value 1 to 64 letters, digits and {@code . _ : -}
 */
public record RequestId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    public RequestId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a request id is 1 to 64 letters, digits and . _ : -");
        }
    }

    public static RequestId requestId(String value) {
        return new RequestId(value);
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
