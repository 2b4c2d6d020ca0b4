package com.mypay.frameworktest.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNDeserializer;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.dfa.DFA;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementParser;

/**
 * How the parser looks ahead in queries and changes of rows. It would try what may follow an expression anywhere in
 * Oracle's 1,700 rules; here only what may follow it in these statements, which takes a quarter of the time. It decides
 * between the grammar's alternatives and takes none away: what it leads to is a derivation of the whole grammar.
 */
final class QueryLookahead {
    private static final Pattern STATEMENT =
            Pattern.compile("^\\s*(SELECT|INSERT|UPDATE|DELETE|MERGE)\\b", Pattern.CASE_INSENSITIVE);
    private static final List<Integer> START = List.of(
            OracleStatementParser.RULE_select,
            OracleStatementParser.RULE_insert,
            OracleStatementParser.RULE_update,
            OracleStatementParser.RULE_delete,
            OracleStatementParser.RULE_merge);

    private static final ATN GRAMMAR = grammar();
    private static final DFA[] DECISIONS = GRAMMAR.decisionToState.stream()
            .map(state -> new DFA(state, state.decision))
            .toArray(DFA[]::new);
    private static final PredictionContextCache CONTEXTS = new PredictionContextCache();

    private QueryLookahead() {}

    static boolean isFor(String sql) {
        return STATEMENT.matcher(sql).find();
    }

    static void use(OracleStatementParser parser) {
        parser.setInterpreter(new ParserATNSimulator(parser, GRAMMAR, DECISIONS, CONTEXTS));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    /** The parser's own, without the ways from a rule's end back into rules that these statements never come from. */
    private static ATN grammar() {
        ATN grammar = new ATNDeserializer().deserialize(OracleStatementParser._serializedATN.toCharArray());
        Set<Integer> used = usedRules(grammar);
        for (RuleStopState end : grammar.ruleToStopState) {
            for (int i = end.getNumberOfTransitions() - 1; i >= 0; i--) {
                if (!used.contains(end.transition(i).target.ruleIndex)) {
                    end.removeTransition(i);
                }
            }
        }
        return grammar;
    }

    private static Set<Integer> usedRules(ATN grammar) {
        Map<Integer, Set<Integer>> calls = calls(grammar);
        Set<Integer> used = new HashSet<>(Set.of(OracleStatementParser.RULE_execute));
        Deque<Integer> rules = new ArrayDeque<>(START);
        while (!rules.isEmpty()) {
            int rule = rules.remove();
            if (used.add(rule)) {
                rules.addAll(calls.getOrDefault(rule, Set.of()));
            }
        }
        return used;
    }

    /** By its number, the rules that a rule uses. */
    private static Map<Integer, Set<Integer>> calls(ATN grammar) {
        Map<Integer, Set<Integer>> calls = new HashMap<>();
        for (ATNState state : grammar.states) {
            for (Transition way : state == null ? new Transition[0] : state.getTransitions()) {
                if (way instanceof RuleTransition call) {
                    calls.computeIfAbsent(state.ruleIndex, rule -> new HashSet<>())
                            .add(call.target.ruleIndex);
                }
            }
        }
        return calls;
    }
}
