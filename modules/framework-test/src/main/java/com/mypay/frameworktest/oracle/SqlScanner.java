package com.mypay.frameworktest.oracle;

import com.mypay.frameworktest.oracle.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts SQL into tokens and scripts into statements; comments are dropped. */
final class SqlScanner {
    private static final List<String> LONG_SIGNS = List.of("<=", ">=", "<>", "!=", "||", "&&", "::", "<<", ">>");

    private final String text;
    private final List<SqlToken> tokens = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private int at;
    private int statementStart;
    private int tokensBefore;

    private SqlScanner(String text) {
        this.text = text;
    }

    static List<SqlToken> tokens(String sql) {
        SqlScanner scanner = new SqlScanner(sql);
        scanner.scan();
        return scanner.tokens;
    }

    /** The statements of a script without their {@code ;}, comments inside of a statement included. */
    static List<String> statements(String script) {
        SqlScanner scanner = new SqlScanner(script);
        scanner.scan();
        scanner.endStatement();
        return scanner.statements;
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("--", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
            } else if (isSlashLine()) {
                endStatement();
            } else if (c == ';') {
                endStatement();
            } else {
                token(c);
            }
        }
    }

    private void token(char c) {
        if (tokens.size() == tokensBefore) {
            statementStart = at;
        }
        if (c == '\'') {
            tokens.add(new SqlToken(Kind.STRING, quoted('\'')));
        } else if (c == '"') {
            tokens.add(new SqlToken(Kind.QUOTED, quoted('"')));
        } else if (Character.isLetter(c) || c == '_') {
            tokens.add(SqlToken.word(run(true)));
        } else if (Character.isDigit(c)) {
            tokens.add(new SqlToken(Kind.NUMBER, run(false)));
        } else {
            tokens.add(new SqlToken(Kind.SIGN, sign()));
        }
    }

    private void endStatement() {
        if (tokens.size() > tokensBefore) {
            statements.add(text.substring(statementStart, at).strip());
            tokensBefore = tokens.size();
        }
        at++;
    }

    /** A line with nothing but {@code /}: how sqlplus ends a statement. */
    private boolean isSlashLine() {
        if (text.charAt(at) != '/') {
            return false;
        }
        int lineStart = text.lastIndexOf('\n', at) + 1;
        int lineEnd = text.indexOf('\n', at);
        return text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd)
                .strip()
                .equals("/");
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private String quoted(char quote) {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                if (at >= text.length() || text.charAt(at) != quote) {
                    return content.toString();
                }
                at++;
            }
            content.append(c);
        }
        throw new IllegalArgumentException("A quote is not closed: " + text);
    }

    private String run(boolean word) {
        int start = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean belongs =
                    Character.isDigit(c) || (word ? Character.isLetter(c) || "_$#".indexOf(c) >= 0 : c == '.');
            if (!belongs) {
                break;
            }
            at++;
        }
        return text.substring(start, at);
    }

    private String sign() {
        String sign = LONG_SIGNS.stream()
                .filter(s -> text.startsWith(s, at))
                .findFirst()
                .orElseGet(() -> text.substring(at, at + 1));
        at += sign.length();
        return sign;
    }
}
