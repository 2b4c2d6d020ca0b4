package com.mypay.framework.context;

import com.mypay.framework.value.Ids;
import java.util.regex.Pattern;

/**
 * Names one business transaction everywhere (거래고유번호): a UUIDv7 as 32 hex digits, which is also a valid W3C trace id.
 * Where a customer's {@link GuidFormat} is chosen, a UUIDv8 that is one of its texts.
 *
 * @param value 32 lower-case hex digits, not all zero
 */
public record Guid(String value) {

    private static final Pattern FORM = Pattern.compile("(?!0{32})[0-9a-f]{32}");

    public Guid {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a GUID is 32 lower-case hex digits");
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    public static Guid issuedBy(Ids ids) {
        return GuidFormats.current().issuedBy(ids);
    }

    @Override
    public String toString() {
        return value;
    }
}
