package com.mypay.logs.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.logs.domain.LogDay;
import com.mypay.logs.domain.LogDay.Status;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The names of the day tables, and what is common to whoever reads or writes them. */
final class DayTables {

    static final String ALL = "SELECT DAY_NO, STATUS, LOG_DATE, PART_NO, PART_LINES, ARCHIVED_PART, LINES FROM LOG_DAY";

    /** So many bytes a VARCHAR2 holds; longer lines lie in LONG_LINE. */
    private static final int SHORT_BYTES = 4_000;

    /** Of a character in UTF-8. */
    private static final int MOST_BYTES = 3;

    private DayTables() {}

    /** {@code LOG_LINE_07}. */
    static String of(int day) {
        return day < 10 ? "LOG_LINE_0" + day : "LOG_LINE_" + day;
    }

    static LogDay read(ResultSet row) throws SQLException {
        return new LogDay(
                row.getInt("DAY_NO"),
                Status.valueOf(row.getString("STATUS")),
                Jdbc.day(row, "LOG_DATE"),
                row.getInt("PART_NO"),
                row.getLong("PART_LINES"),
                row.getInt("ARCHIVED_PART"),
                row.getLong("LINES"));
    }

    static boolean isShort(String text) {
        return text.length() <= SHORT_BYTES / MOST_BYTES
                || (text.length() <= SHORT_BYTES && bytes(text) <= SHORT_BYTES);
    }

    /** A key to find a line by: where it is longer than its column, as much as fits; the line itself has all. */
    static @Nullable String cut(@Nullable String text, int mostBytes) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        String cut = text;
        while (bytes(cut) > mostBytes) {
            cut = cut.substring(0, Math.min(cut.length() - 1, mostBytes));
        }
        return cut;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    static String line(ResultSet row) throws SQLException {
        String line = row.getString("LINE");
        return line == null ? row.getString("LONG_LINE") : line;
    }
}
