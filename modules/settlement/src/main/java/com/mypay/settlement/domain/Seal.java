package com.mypay.settlement.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A link of a cycle's chain: the fingerprints of up to {@value #ROWS} rows of one kind. A changed, removed or added row is
 * named by the fingerprint that it no longer has; a changed seal breaks the chain.
 *
 * @param number 1, 2, 3 … within the cycle: first all lines, then the other kinds in the order of {@link CycleRow.Kind}
 * @param lastKey of its last row; it covers everything behind the last key of the seal before
 * @param fingerprints a text line for each row: key, blank, SHA-256 of the canonical form
 * @param previousHash of the seal before; 64 zeros for the first
 * @param hash SHA-256 of {@code previousHash}, {@code kind} and {@code fingerprints}, with line feeds between them
 */
public record Seal(
        CycleId cycleId,
        int number,
        CycleRow.Kind kind,
        String lastKey,
        int rows,
        String fingerprints,
        String previousHash,
        String hash) {

    /** So few that their fingerprints stay under 32,000 characters, which any driver binds as a string. */
    public static final int ROWS = 250;

    /** What the first seal of a cycle follows. */
    public static final String START = Hash.NONE;

    /** @param rows at least one, of one kind, in order */
    public static Seal of(CycleId cycleId, int number, String previousHash, List<CycleRow> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 120);
        rows.forEach(row ->
                text.append(row.key()).append(' ').append(row.fingerprint()).append('\n'));
        CycleRow last = rows.get(rows.size() - 1);
        String fingerprints = text.toString();
        return new Seal(
                cycleId,
                number,
                last.kind(),
                last.key(),
                rows.size(),
                fingerprints,
                previousHash,
                hash(previousHash, last.kind(), fingerprints));
    }

    private static String hash(String previousHash, CycleRow.Kind kind, String fingerprints) {
        return Hash.of(previousHash + "\n" + kind + "\n" + fingerprints);
    }

    /** Whether it is as it was written: nobody has changed it since, unless its hash is changed as well. */
    public boolean isIntact() {
        return hash.equals(hash(previousHash, kind, fingerprints))
                && fingerprints.lines().count() == rows
                && fingerprints.lines().skip(rows - 1L).allMatch(line -> line.startsWith(lastKey + " "));
    }

    /** The rows' fingerprints by their keys. */
    public Map<String, String> byKey() {
        Map<String, String> found = new LinkedHashMap<>();
        fingerprints.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            found.put(line.substring(0, Math.max(blank, 0)), line.substring(blank + 1));
        });
        return found;
    }
}
