package com.mypay.frameworktest.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses SQL that Oracle would refuse, without an Oracle: every script and every statement that a test records goes
 * through Oracle's grammar and the rules of this house (types, names, functions, paging, locks).
 *
 * <p>Passing here doesn't mean "tested on Oracle"; failing here means it would fail there, or mean something else.
 */
public final class OracleGate {
    private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();

    private OracleGate() {}

    /** Fails with every violation of every statement; statements that were checked before cost nothing. */
    public static void check(Collection<String> statements) {
        List<String> failures = new ArrayList<>();
        for (String sql : statements) {
            violations(sql).forEach(violation -> failures.add(violation + "\n      in: " + sql));
        }
        failIfAny("The Oracle gate refuses", failures);
    }

    /** Checks each statement of a script; {@code name} is only for the message. */
    public static void checkScript(String name, String script) {
        List<String> failures = new ArrayList<>();
        List<String> statements = statements(script);
        if (statements.isEmpty()) {
            failures.add("there is no statement in it");
        }
        for (String sql : statements) {
            violations(sql).forEach(violation -> failures.add(violation + "\n      in: " + sql));
        }
        failIfAny("The Oracle gate refuses " + name, failures);
    }

    /** What is wrong with one statement; empty if nothing is. */
    public static List<String> violations(String sql) {
        return KNOWN.computeIfAbsent(sql, OracleGate::findViolations);
    }

    /** The statements of a script that ends them by {@code ;} or by sqlplus' line with a single {@code /}. */
    public static List<String> statements(String script) {
        return SqlScanner.statements(script);
    }

    private static List<String> findViolations(String sql) {
        List<String> violations = new ArrayList<>(OracleGrammar.errors(sql));
        violations.addAll(OracleRules.violations(sql));
        return List.copyOf(violations);
    }

    private static void failIfAny(String title, List<String> failures) {
        if (!failures.isEmpty()) {
            throw new AssertionError(title + ":\n  - " + String.join("\n  - ", failures));
        }
    }
}
