package com.mypay.framework.masking;

/** A text within a JSON string, written so that it can neither end the string nor begin a line of its own. */
public final class JsonText {

    private static final String HEX = "0123456789abcdef";
    private static final char DELETE = 0x7f;
    private static final char LAST_CONTROL = 0x9f;

    private JsonText() {}

    /** Appends the text without quotes around it. Control characters, line and paragraph separators are escaped. */
    public static void append(StringBuilder json, CharSequence text) {
        append(json, text, text.length());
    }

    /** {@link #append(StringBuilder, CharSequence)}, of the first characters only. */
    public static void append(StringBuilder json, CharSequence text, int limit) {
        int end = Math.min(limit, text.length());
        int plainFrom = 0;
        int i = 0;
        while (i < end) {
            char sign = text.charAt(i);
            if (isPlain(sign)) {
                i++;
            } else if (isPair(text, i, end)) {
                i += 2;
            } else {
                json.append(text, plainFrom, i);
                escape(json, sign);
                i++;
                plainFrom = i;
            }
        }
        json.append(text, plainFrom, end);
    }

    private static boolean isPair(CharSequence text, int i, int end) {
        return Character.isHighSurrogate(text.charAt(i)) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static boolean isPlain(char sign) {
        return sign >= ' '
                && sign != '"'
                && sign != '\\'
                && (sign < DELETE || sign > LAST_CONTROL)
                && sign != '\u2028'
                && sign != '\u2029'
                && !Character.isSurrogate(sign);
    }

    private static void escape(StringBuilder json, char sign) {
        json.append('\\');
        if (sign == '"' || sign == '\\') {
            json.append(sign);
        } else if (sign == '\n') {
            json.append('n');
        } else {
            json.append('u');
            for (int shift = 12; shift >= 0; shift -= 4) {
                json.append(HEX.charAt((sign >> shift) & 0xf));
            }
        }
    }
}
