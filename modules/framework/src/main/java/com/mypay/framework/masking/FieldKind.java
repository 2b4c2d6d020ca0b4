package com.mypay.framework.masking;

import java.util.regex.Pattern;

/**
 * What a field holds, and so what of it may be shown. Letters and digits that are hidden become {@code *}, what stands
 * between them stays: {@code 010-****-5678}. A value too short to show a part of is hidden whole.
 */
public enum FieldKind {
    /** {@code ********6789}: the last four, as banks print it. */
    ACCOUNT_NUMBER(0, 4),
    /** {@code 홍*동}: the first and the last letter; of two letters the first. */
    NAME(1, 1) {
        @Override
        public String masked(String value) {
            String text = value.strip();
            return text.codePointCount(0, text.length()) == 2
                    ? text.substring(0, text.offsetByCodePoints(0, 1)) + "*"
                    : super.masked(text);
        }
    },
    /** {@code 010-****-5678}. */
    PHONE(3, 4),
    /** {@code k***@example.com}: the first letter, and where it is. */
    EMAIL(1, 0) {
        @Override
        public String masked(String value) {
            int at = value.lastIndexOf('@');
            return at < 1 ? HIDDEN : super.masked(value.substring(0, at)) + value.substring(at);
        }
    },
    /** {@code 123-**-***90}. */
    BUSINESS_NUMBER(3, 2),
    /** Codes to type in, {@code ****}: digits only, because a problem's code has the same name and is to be read. */
    PASSCODE(0, 0) {
        @Override
        public String masked(String value) {
            return DIGIT.matcher(value).replaceAll("*");
        }
    },
    /** Passwords, tokens, what people write: nothing is shown, not even its length. */
    TOKEN(0, 0) {
        @Override
        public String masked(String value) {
            return value.isEmpty() ? value : HIDDEN;
        }
    };

    static final String HIDDEN = "***";

    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    private final int shownFirst;
    private final int shownLast;

    FieldKind(int shownFirst, int shownLast) {
        this.shownFirst = shownFirst;
        this.shownLast = shownLast;
    }

    /** The value as it may be shown. Masked values stay as they are, so it doesn't matter how often they pass. */
    public String masked(String value) {
        int signs = (int) value.codePoints().filter(Character::isLetterOrDigit).count();
        int stars = (int) value.codePoints().filter(c -> c == '*').count();
        int all = signs + stars;
        boolean partly = all > shownFirst + shownLast;
        StringBuilder masked = new StringBuilder(value.length());
        int position = 0;
        for (int i = 0; i < value.length(); ) {
            int sign = value.codePointAt(i);
            i += Character.charCount(sign);
            if (!Character.isLetterOrDigit(sign) && sign != '*') {
                masked.appendCodePoint(sign);
                continue;
            }
            boolean shown = partly && (position < shownFirst || position >= all - shownLast);
            masked.appendCodePoint(shown ? sign : '*');
            position++;
        }
        return masked.toString();
    }
}
