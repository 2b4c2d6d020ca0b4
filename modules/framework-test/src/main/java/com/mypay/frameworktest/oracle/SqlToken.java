package com.mypay.frameworktest.oracle;

import java.util.Locale;

/** One word or sign of a statement, as it was written, in upper case where case means nothing. */
record SqlToken(Kind kind, String text) {

    enum Kind {
        WORD,
        /** A name in double quotes, without them. */
        QUOTED,
        /** A literal in single quotes, without them. */
        STRING,
        NUMBER,
        SIGN
    }

    static SqlToken word(String text) {
        return new SqlToken(Kind.WORD, text.toUpperCase(Locale.ROOT));
    }

    boolean is(String other) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(other);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case QUOTED -> '"' + text + '"';
            case STRING -> "'" + text + "'";
            case WORD, NUMBER, SIGN -> text;
        };
    }
}
