package com.mypay.frameworktest.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementParser;
import org.jspecify.annotations.Nullable;

/** Oracle's grammar as ShardingSphere wrote it down. It is laxer than Oracle in places: {@link OracleRules} close them. */
final class OracleGrammar {
    private static final int MESSAGE_LENGTH = 160;
    private static final Pattern IS_JSON = Pattern.compile("\\bIS\\s+JSON\\b", Pattern.CASE_INSENSITIVE);

    private OracleGrammar() {}

    static List<String> errors(String sql) {
        String normalised = normalise(sql);
        List<String> errors =
                parse(normalised, QueryLookahead.isFor(normalised) ? QueryLookahead::use : OracleGrammar::useSll);
        // Both are many times faster than LL and never accept what it refuses, but may refuse what it accepts.
        return errors.isEmpty() ? errors : parse(normalised, OracleGrammar::useLl);
    }

    private static void useSll(OracleStatementParser parser) {
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    private static void useLl(OracleStatementParser parser) {
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    }

    /**
     * Two gaps of the grammar for valid Oracle SQL: it doesn't know {@code x IS JSON}, and it reads a backslash in a
     * literal as MySQL's escape (so that {@code ESCAPE '\'} never ends).
     */
    private static String normalise(String sql) {
        StringBuilder text = new StringBuilder();
        boolean inLiteral = false;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            inLiteral = inLiteral ^ c == '\'';
            text.append(inLiteral && c == '\\' ? '/' : c);
        }
        return IS_JSON.matcher(text).replaceAll("IS NOT NULL");
    }

    private static List<String> parse(String sql, Consumer<OracleStatementParser> lookahead) {
        List<String> errors = new ArrayList<>();
        BaseErrorListener listener = new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    @Nullable Object symbol,
                    int line,
                    int column,
                    String message,
                    @Nullable RecognitionException exception) {
                String shortMessage =
                        message.length() > MESSAGE_LENGTH ? message.substring(0, MESSAGE_LENGTH) + "…" : message;
                errors.add(String.format(Locale.ROOT, "grammar, line %d:%d: %s", line, column, shortMessage));
            }
        };
        Lexer lexer = new OracleStatementLexer(CharStreams.fromString(sql));
        lexer.removeErrorListeners();
        lexer.addErrorListener(listener);
        OracleStatementParser parser = new OracleStatementParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(listener);
        lookahead.accept(parser);
        parser.execute();
        Token end = parser.getCurrentToken();
        if (errors.isEmpty() && end.getType() != Token.EOF) {
            errors.add("grammar: nothing expected from '" + end.getText() + "' on");
        }
        return errors;
    }
}
