package com.mypay.framework.masking;

import com.mypay.framework.masking.Masking.Masked;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a JSON text that copies it and masks on the way, without building anything of it: it stands in the way of
 * every request. Stops at the limit, at the end, or at the first sign that isn't JSON.
 */
final class JsonMasking {

    /** Deeper texts are cut there: nobody sends them by intention. */
    private static final int MAX_DEPTH = 64;

    private final Masking masking;
    private final String text;
    private final int limit;
    private final StringBuilder shown;
    private int at;

    JsonMasking(Masking masking, String text, int limit) {
        this.masking = masking;
        this.text = text;
        this.limit = limit;
        this.shown = new StringBuilder(Math.min(text.length(), limit) + 16);
    }

    Masked mask() {
        boolean whole = value(null, 0) && restIsBlank();
        if (shown.length() > limit) {
            shown.setLength(limit);
            whole = false;
        }
        return new Masked(shown.toString(), !whole);
    }

    private boolean restIsBlank() {
        skipBlanks();
        return at == text.length();
    }

    /** @param kind of the field that it stands in, also of whatever lies below it; {@code null} if it may be shown */
    private boolean value(@Nullable FieldKind kind, int depth) {
        skipBlanks();
        if (at == text.length() || depth > MAX_DEPTH || shown.length() >= limit) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '{' -> object(kind, depth);
            case '[' -> array(kind, depth);
            case '"' -> string(kind);
            default -> literal(kind);
        };
    }

    private boolean object(@Nullable FieldKind kind, int depth) {
        take();
        if (next('}')) {
            return true;
        }
        do {
            skipBlanks();
            int begin = at;
            if (!skipString()) {
                return false;
            }
            String raw = text.substring(begin + 1, at - 1);
            FieldKind own = masking.kindOf(raw.indexOf('\\') < 0 ? raw : decoded(raw));
            shown.append(text, begin, at);
            if (!next(':') || !value(own == null ? kind : own, depth + 1)) {
                return false;
            }
        } while (next(','));
        return next('}');
    }

    private boolean array(@Nullable FieldKind kind, int depth) {
        take();
        if (next(']')) {
            return true;
        }
        do {
            if (!value(kind, depth + 1)) {
                return false;
            }
        } while (next(','));
        return next(']');
    }

    private boolean string(@Nullable FieldKind kind) {
        int begin = at;
        if (!skipString()) {
            return false;
        }
        if (kind == null) {
            shown.append(text, begin, at);
        } else {
            hidden(kind, decoded(text.substring(begin + 1, at - 1)));
        }
        return true;
    }

    /** A number, true, false, null. A number that is to be masked becomes a text. */
    private boolean literal(@Nullable FieldKind kind) {
        int begin = at;
        while (at < text.length() && isOfLiteral(text.charAt(at))) {
            at++;
        }
        String literal = text.substring(begin, at);
        boolean word = literal.equals("null") || literal.equals("true") || literal.equals("false");
        if (!word && !isNumber(literal)) {
            return false;
        }
        if (kind == null || word) {
            shown.append(literal);
        } else {
            hidden(kind, literal);
        }
        return true;
    }

    private void hidden(FieldKind kind, String value) {
        shown.append('"');
        JsonText.append(shown, kind.masked(value));
        shown.append('"');
    }

    /** Over a whole string literal; {@code false} if it isn't one. */
    private boolean skipString() {
        if (at == text.length() || text.charAt(at) != '"') {
            return false;
        }
        int i = at + 1;
        while (i < text.length()) {
            char sign = text.charAt(i);
            if (sign == '"') {
                at = i + 1;
                return true;
            }
            if (sign < ' ' || (sign == '\\' && !isEscape(i + 1))) {
                return false;
            }
            i += sign == '\\' ? 2 : 1;
        }
        return false;
    }

    private boolean isEscape(int i) {
        if (i >= text.length()) {
            return false;
        }
        char sign = text.charAt(i);
        if (sign != 'u') {
            return "\"\\/bfnrt".indexOf(sign) >= 0;
        }
        return i + 4 < text.length() && text.substring(i + 1, i + 5).matches("[0-9A-Fa-f]{4}");
    }

    /** What a string literal says; it is known to be one. */
    private static String decoded(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder decoded = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char sign = raw.charAt(i);
            if (sign != '\\') {
                decoded.append(sign);
                i++;
            } else if (raw.charAt(i + 1) == 'u') {
                decoded.append((char) Integer.parseInt(raw.substring(i + 2, i + 6), 16));
                i += 6;
            } else {
                int known = "bfnrt".indexOf(raw.charAt(i + 1));
                decoded.append(known < 0 ? raw.charAt(i + 1) : "\b\f\n\r\t".charAt(known));
                i += 2;
            }
        }
        return decoded.toString();
    }

    private boolean next(char sign) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == sign) {
            take();
            return true;
        }
        return false;
    }

    private void take() {
        shown.append(text.charAt(at));
        at++;
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char sign) {
        return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
    }

    private static boolean isOfLiteral(char sign) {
        return (sign >= '0' && sign <= '9')
                || (sign >= 'a' && sign <= 'z')
                || sign == '-'
                || sign == '+'
                || sign == '.'
                || sign == 'E';
    }

    private static boolean isNumber(String literal) {
        boolean digits = false;
        for (int i = 0; i < literal.length(); i++) {
            char sign = literal.charAt(i);
            if (sign >= 'a' && sign <= 'z' && sign != 'e') {
                return false;
            }
            digits |= sign >= '0' && sign <= '9';
        }
        return digits;
    }
}
