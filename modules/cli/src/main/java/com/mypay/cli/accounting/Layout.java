package com.mypay.cli.accounting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns of a file, once for both of its forms: CSV with a header, and lines of fixed length. In a fixed line a text
 * stands left and is filled up with blanks; a number stands right, filled up with zeros behind its sign.
 */
record Layout(List<Column> columns) {

    /** @param width of the fixed line, in bytes of UTF-8 */
    record Column(String name, int width, boolean isNumber) {}

    Layout {
        columns = List.copyOf(columns);
    }

    static Layout of(Column... columns) {
        return new Layout(Arrays.asList(columns));
    }

    static Column text(String name, int width) {
        return new Column(name, width, false);
    }

    static Column number(String name, int width) {
        return new Column(name, width, true);
    }

    String header() {
        return columns.stream().map(Column::name).collect(Collectors.joining(","));
    }

    /** @param values one for each column */
    String csv(Object... values) {
        checkCount(values);
        return Arrays.stream(values).map(value -> quoted(value.toString())).collect(Collectors.joining(","));
    }

    private static String quoted(String text) {
        boolean plain =
                text.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * @param values one for each column
     * @throws IllegalStateException if one is wider than its column: nothing is ever cut off
     */
    String fixed(Object... values) {
        checkCount(values);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            line.append(fixed(columns.get(i), values[i]));
        }
        return line.toString();
    }

    private static String fixed(Column column, Object value) {
        String text = value.toString();
        if (column.isNumber()) {
            long number = Long.parseLong(text);
            text = (number < 0 ? "-" : "+")
                    + "0".repeat(Math.max(0, column.width() - 1 - digits(number).length()))
                    + digits(number);
        }
        int free = column.width() - text.getBytes(UTF_8).length;
        if (free < 0) {
            throw new IllegalStateException(column.name() + " is wider than " + column.width() + " bytes: " + text);
        }
        return text + " ".repeat(free);
    }

    private static String digits(long number) {
        return Long.toString(number).replace("-", "");
    }

    private void checkCount(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
    }
}
