package com.mypay.frameworktest.oracle;

import static com.mypay.frameworktest.oracle.OracleWords.BEFORE_PARENTHESIS;
import static com.mypay.frameworktest.oracle.OracleWords.DATABASE_TIME;
import static com.mypay.frameworktest.oracle.OracleWords.FORBIDDEN;
import static com.mypay.frameworktest.oracle.OracleWords.FUNCTIONS;
import static com.mypay.frameworktest.oracle.OracleWords.RESERVED;

import com.mypay.frameworktest.oracle.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The rules of this house on top of the grammar, for one statement. */
final class OracleRules {
    private static final int NAME_LENGTH = 30;
    private static final int IN_LIST_LENGTH = 900;
    /** Those of the schema runner's own table that we read: Flyway writes them in small letters on every database. */
    private static final Set<String> HISTORY_COLUMNS = Set.of("version", "success");

    private static final Set<String> SIGNS =
            Set.of("(", ")", ",", ".", "+", "-", "*", "/", "=", "<", ">", "<=", ">=", "<>", "!=", "||", "?", "{", "}");
    private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=");
    private static final Set<String> AFTER_TABLES = Set.of(
            "WHERE", "GROUP", "ORDER", "HAVING", "UNION", "MINUS", "INTERSECT", "FETCH", "OFFSET", "FOR", "CONNECT");

    private static final Set<String> BEFORE_TABLE = Set.of("INTO", "TABLE", "REFERENCES", "ADD", "INDEX");

    private final SqlStatement sql;
    private final OracleColumns columns;
    private final List<String> violations = new ArrayList<>();

    private OracleRules(String text) {
        sql = new SqlStatement(text);
        columns = new OracleColumns(sql);
    }

    static List<String> violations(String text) {
        OracleRules rules = new OracleRules(text);
        for (int i = 0; i < rules.sql.size(); i++) {
            rules.word(i);
            rules.name(i);
            rules.function(i);
            rules.qualifiedName(i);
            rules.forUpdate(i);
            rules.paging(i);
            rules.inList(i);
            rules.rowComparison(i);
        }
        rules.indexOnFunction();
        rules.violations.addAll(rules.columns.violations());
        return rules.violations;
    }

    private void word(int i) {
        SqlToken token = sql.at(i);
        if (token.kind() == Kind.STRING && token.text().isEmpty()) {
            violations.add("an empty string is NULL on Oracle");
        }
        if (token.kind() == Kind.SIGN && !SIGNS.contains(token.text())) {
            violations.add("Oracle has no sign " + token);
        }
        if (token.isWord() && FORBIDDEN.contains(token.text())) {
            violations.add("not on Oracle: " + token);
        }
        if (token.isWord() && DATABASE_TIME.contains(token.text())) {
            violations.add("time comes from the application's clock, not from " + token);
        }
        if (sql.reads(i, "IF", "EXISTS") || sql.reads(i, "IF", "NOT", "EXISTS")) {
            violations.add("not on Oracle: IF [NOT] EXISTS");
        }
        if (sql.reads(i, "CONNECT", "BY")) {
            violations.add("not on H2: CONNECT BY");
        }
    }

    private void name(int i) {
        SqlToken token = sql.at(i);
        if (token.kind() == Kind.QUOTED && !sql.at(i - 1).is("BY") && !isOfTheHistory(token)) {
            violations.add("a name is not quoted: " + token);
        }
        if (token.isWord() && token.text().length() > NAME_LENGTH) {
            violations.add("longer than " + NAME_LENGTH + " characters: " + token);
        }
        if (isDeclaredHere(i) && RESERVED.contains(token.text())) {
            violations.add("a reserved word of Oracle as a name: " + token);
        }
    }

    private boolean isOfTheHistory(SqlToken token) {
        return HISTORY_COLUMNS.contains(token.text())
                && IntStream.range(0, sql.size()).anyMatch(i -> sql.at(i).is("SCHEMA_HISTORY"));
    }

    private boolean isDeclaredHere(int i) {
        return sql.at(i).isWord() && (isCreated(i) || isAlias(i) || columns.isColumnName(i));
    }

    private boolean isCreated(int i) {
        Set<String> kinds = Set.of("TABLE", "INDEX", "SEQUENCE", "VIEW", "CONSTRAINT");
        boolean create = sql.startsWith("CREATE") || sql.at(i - 1).is("CONSTRAINT");
        return create && kinds.contains(sql.at(i - 1).text());
    }

    private boolean isAlias(int i) {
        boolean query = sql.at(i).is("SELECT") || sql.at(i).is("WITH");
        return sql.at(i - 1).is("AS") && !isCast(i) && !query;
    }

    private boolean isCast(int i) {
        return sql.at(sql.opener(i) - 1).is("CAST");
    }

    private void function(int i) {
        SqlToken token = sql.at(i);
        if (!token.isWord() || !sql.at(i + 1).is("(") || BEFORE_PARENTHESIS.contains(token.text())) {
            return;
        }
        boolean ofIndexed = sql.startsWith("CREATE") && sql.at(i - 1).is("ON");
        boolean ofTable = ofIndexed || BEFORE_TABLE.contains(sql.at(i - 1).text());
        boolean ofWith = sql.reads(sql.partner(i + 1) + 1, "AS", "(");
        boolean ofCast = sql.at(i - 1).is("AS") && isCast(i);
        boolean ofType = ofCast || columns.isType(i);
        if (!ofTable && !ofWith && !ofType && !FUNCTIONS.contains(token.text())) {
            violations.add("not among the allowed functions: " + token);
        }
    }

    private void qualifiedName(int i) {
        if (!sql.at(i).isWord() || sql.startsWith("GRANT") || sql.startsWith("REVOKE")) {
            return;
        }
        boolean table = switch (sql.at(i - 1).text()) {
            case "JOIN", "INTO", "TABLE", "REFERENCES", "INDEX", "SEQUENCE", "VIEW", "USING" -> true;
            case "UPDATE" -> i == 1;
            case "ON" -> sql.startsWith("CREATE");
            case "FROM" ->
                !sql.at(sql.opener(i) - 1).is("EXTRACT")
                        && !sql.at(sql.opener(i) - 1).is("TRIM");
            case "," -> isInTables(i);
            default -> false;
        };
        boolean qualified = sql.at(i + 1).is(".") && sql.at(i + 2).isWord();
        boolean threeParts = qualified && sql.at(i + 3).is(".");
        if ((qualified && table) || threeParts) {
            violations.add("the account decides the schema, no name is qualified: " + sql.text(i, i + 3));
        }
    }

    /** Whether a position after a comma stands in a FROM list. */
    private boolean isInTables(int i) {
        List<Integer> before =
                sql.sameLevel(i).stream().filter(position -> position < i).toList();
        for (int b = before.size() - 1; b >= 0; b--) {
            SqlToken token = sql.at(before.get(b));
            if (token.is("FROM")) {
                return true;
            }
            if (token.is("SELECT") || token.is("SET") || AFTER_TABLES.contains(token.text())) {
                return false;
            }
        }
        return false;
    }

    private void forUpdate(int i) {
        if (!sql.reads(i, "FOR", "UPDATE")) {
            return;
        }
        for (String word : List.of("FETCH", "OFFSET", "DISTINCT", "GROUP", "UNION", "MINUS", "INTERSECT")) {
            if (sql.levelHas(i, word)) {
                violations.add("FOR UPDATE together with " + word + " is ORA-02014");
            }
        }
        if (sql.sameLevel(i).stream().anyMatch(from -> sql.reads(from, "FROM", "(", "SELECT"))) {
            violations.add("FOR UPDATE of a subquery in FROM is ORA-02014 when it pages or groups");
        }
        boolean limited = sql.levelHas(i, "NOWAIT") || sql.levelHas(i, "WAIT") || sql.levelHas(i, "SKIP");
        if (!limited) {
            violations.add("FOR UPDATE waits for ever: add WAIT n, NOWAIT or SKIP LOCKED");
        }
    }

    private void paging(int i) {
        if (sql.at(i).is("OFFSET") && !sql.levelHas(i, "FETCH")) {
            violations.add("OFFSET without FETCH has no limit");
        }
        boolean orders = sql.sameLevel(i).stream().anyMatch(by -> sql.reads(by, "ORDER", "BY"));
        if (sql.at(i).is("ROWNUM") && orders) {
            violations.add("ROWNUM counts before ORDER BY sorts: order in an inner query");
        }
    }

    private void inList(int i) {
        if (sql.reads(i, "IN", "(") && !sql.at(i + 2).is("SELECT") && sql.elements(i + 1) > IN_LIST_LENGTH) {
            violations.add("more than " + IN_LIST_LENGTH + " elements in IN");
        }
    }

    /** {@code (A, B) > (?, ?)}: H2 compares rows, Oracle knows only = and IN with a subquery or list for them. */
    private void rowComparison(int i) {
        if (!sql.at(i).is(")") || !COMPARISONS.contains(sql.at(i + 1).text())) {
            return;
        }
        int open = sql.partner(i);
        boolean called = sql.at(open - 1).isWord()
                && !BEFORE_PARENTHESIS.contains(sql.at(open - 1).text());
        if (!called && !sql.at(open + 1).is("SELECT") && sql.elements(open) > 1) {
            violations.add("Oracle compares no rows: " + sql.text(open, i + 2));
        }
    }

    private void indexOnFunction() {
        boolean index = sql.startsWith("CREATE", "INDEX") || sql.startsWith("CREATE", "UNIQUE", "INDEX");
        for (int i = 0; index && i < sql.size(); i++) {
            if (sql.at(i).is("(") && sql.opener(i) >= 0) {
                violations.add("H2 has no index on a function: index a generated column");
            }
        }
    }
}
