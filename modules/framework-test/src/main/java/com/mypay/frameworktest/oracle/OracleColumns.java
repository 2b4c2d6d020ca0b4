package com.mypay.frameworktest.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns that a statement declares, and the types it names there and in casts. */
final class OracleColumns {
    private static final Pattern TYPE =
            Pattern.compile("NUMBER\\((\\d+)(?:,\\s*\\d+)?\\)|VARCHAR2\\((\\d+)(?: CHAR)?\\)"
                    + "|CHAR\\((\\d+)\\)|RAW\\((\\d+)\\)|TIMESTAMP\\(6\\)|DATE|CLOB|BLOB");
    private static final int[] TYPE_LIMITS = {38, 4000, 2000, 2000};
    private static final Set<String> CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK");
    private static final Set<String> NO_TYPE = Set.of("NOT", "NULL", "DEFAULT", "CONSTRAINT", "");

    private final SqlStatement sql;
    private final Set<Integer> names = new HashSet<>();
    private final Set<Integer> types = new HashSet<>();
    private final List<String> violations = new ArrayList<>();

    OracleColumns(SqlStatement sql) {
        this.sql = sql;
        if (sql.startsWith("CREATE", "TABLE")) {
            int open = first("(", 0);
            sql.split(open + 1, open < sql.size() ? sql.partner(open) : open).forEach(this::element);
        } else if (sql.startsWith("ALTER", "TABLE")) {
            addedColumns();
        }
        for (int i = 0; i < sql.size(); i++) {
            if (sql.at(i).is("AS") && sql.at(sql.opener(i) - 1).is("CAST") && sql.opener(i) >= 0) {
                types.add(i + 1);
                checkType("a cast", sql.text(i + 1, sql.partner(sql.opener(i))));
            }
        }
    }

    boolean isColumnName(int index) {
        return names.contains(index);
    }

    boolean isType(int index) {
        return types.contains(index);
    }

    List<String> violations() {
        return violations;
    }

    private void addedColumns() {
        for (int i = 3; i < sql.size(); i++) {
            boolean adds =
                    sql.opener(i) < 0 && (sql.at(i).is("ADD") || sql.at(i).is("MODIFY"));
            if (adds && sql.at(i + 1).is("(")) {
                sql.split(i + 2, sql.partner(i + 1)).forEach(this::element);
            } else if (adds) {
                element(new int[] {i + 1, sql.size()});
            }
        }
    }

    private void element(int[] range) {
        int name = range[0];
        if (range[0] >= range[1] || CONSTRAINTS.contains(sql.at(name).text())) {
            return;
        }
        names.add(name);
        if (NO_TYPE.contains(sql.at(name + 1).text())) {
            return;
        }
        types.add(name + 1);
        String column = sql.at(name).text();
        String type = typeAt(name + 1);
        checkType(column, type);
        if (type.equals("NUMBER(1)") && !hasBooleanCheck(column)) {
            violations.add("a boolean has CHECK (" + column + " IN (0, 1))");
        }
    }

    private String typeAt(int i) {
        int end = sql.at(i + 1).is("(") ? sql.partner(i + 1) + 1 : i + 1;
        boolean zoned = sql.reads(end, "WITH", "TIME") || sql.reads(end, "WITH", "LOCAL");
        return sql.text(i, zoned ? end + 3 : end);
    }

    private void checkType(String where, String type) {
        Matcher allowed = TYPE.matcher(type);
        if (!allowed.matches()) {
            violations.add("type " + type + " of " + where
                    + " is none of NUMBER(p[,s]), VARCHAR2(n [CHAR]), CHAR(n), DATE, TIMESTAMP(6), RAW(n), CLOB, BLOB");
            return;
        }
        for (int group = 1; group <= allowed.groupCount(); group++) {
            String length = allowed.group(group);
            if (length != null && Integer.parseInt(length) > TYPE_LIMITS[group - 1]) {
                violations.add("type " + type + " of " + where + " is larger than " + TYPE_LIMITS[group - 1]);
            }
        }
    }

    /** Yes and no, or for a mark that at most one row may carry (unique and otherwise empty) only yes. */
    private boolean hasBooleanCheck(String column) {
        for (int i = 0; i < sql.size(); i++) {
            String rest = sql.text(i + 1, i + 7);
            boolean bits = rest.startsWith("IN(0, 1)") || rest.startsWith("IN(1, 0)") || rest.startsWith("= 1)");
            if (bits && sql.at(i).is(column) && sql.at(sql.opener(i) - 1).is("CHECK")) {
                return true;
            }
        }
        return false;
    }

    private int first(String sign, int from) {
        int i = from;
        while (i < sql.size() && !sql.at(i).is(sign)) {
            i++;
        }
        return i;
    }
}
