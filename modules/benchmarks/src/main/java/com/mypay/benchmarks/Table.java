package com.mypay.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of figures: what was measured, MyPay's figure, the baseline's, their ratio. */
final class Table {

    private static final int COLUMNS = 4;

    private final List<String[]> rows = new ArrayList<>();

    Table() {
        row("figure", "MyPay", "baseline", "ratio");
    }

    void row(String figure, String product, String baseline, String ratio) {
        rows.add(new String[] {figure, product, baseline, ratio});
    }

    void print(PrintWriter out) {
        int[] widths = new int[COLUMNS];
        for (String[] row : rows) {
            for (int column = 0; column < COLUMNS; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < COLUMNS; column++) {
                line.append(row[column]).append(" ".repeat(widths[column] - row[column].length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
        out.flush();
    }
}
