package com.mypay.frameworktest.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** A statement as tokens, with its parentheses matched. Positions outside of it read as an empty sign. */
final class SqlStatement {
    private static final SqlToken NOTHING = new SqlToken(SqlToken.Kind.SIGN, "");
    private static final int NONE = -1;

    private final List<SqlToken> tokens;
    private final int[] partner;
    private final int[] opener;

    SqlStatement(String sql) {
        tokens = SqlScanner.tokens(sql);
        partner = new int[tokens.size()];
        opener = new int[tokens.size()];
        Arrays.fill(partner, NONE);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(")") && !open.isEmpty()) {
                int start = open.pop();
                partner[start] = i;
                partner[i] = start;
            }
            opener[i] = open.isEmpty() ? NONE : open.peek();
            if (tokens.get(i).is("(")) {
                open.push(i);
            }
        }
    }

    int size() {
        return tokens.size();
    }

    SqlToken at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : NOTHING;
    }

    /** Whether these words stand here in this order. */
    boolean reads(int index, String... words) {
        return IntStream.range(0, words.length).allMatch(i -> at(index + i).is(words[i]));
    }

    boolean startsWith(String... words) {
        return reads(0, words);
    }

    /** The other parenthesis of the one at this position; the end of the statement if it is never closed. */
    int partner(int index) {
        return partner[index] == NONE ? tokens.size() : partner[index];
    }

    /** The position of the parenthesis that this position stands in, or -1. */
    int opener(int index) {
        return opener[index];
    }

    /** All positions that stand in the same parentheses as this one, those in inner parentheses left out. */
    List<Integer> sameLevel(int index) {
        return IntStream.range(0, tokens.size())
                .filter(i -> opener[i] == opener[index])
                .boxed()
                .toList();
    }

    boolean levelHas(int index, String word) {
        return sameLevel(index).stream().anyMatch(i -> at(i).is(word));
    }

    /** Number of elements between the parenthesis at this position and its partner. */
    int elements(int open) {
        return split(open + 1, partner(open)).size();
    }

    /** The positions from..to (exclusive) cut at the commas that are in no inner parentheses, as {start, end}. */
    List<int[]> split(int from, int to) {
        List<int[]> parts = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i++) {
            if (at(i).is("(")) {
                i = partner(i);
            } else if (at(i).is(",")) {
                parts.add(new int[] {start, i});
                start = i + 1;
            }
        }
        parts.add(new int[] {start, to});
        return parts;
    }

    String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < Math.min(to, tokens.size()); i++) {
            SqlToken token = tokens.get(i);
            boolean glued = token.is("(")
                    || token.is(")")
                    || token.is(",")
                    || token.is(".")
                    || at(i - 1).is("(");
            text.append(i == from || glued || at(i - 1).is(".") ? "" : " ").append(token);
        }
        return text.toString();
    }
}
