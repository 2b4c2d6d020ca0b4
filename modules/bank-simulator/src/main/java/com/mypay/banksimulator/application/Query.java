package com.mypay.banksimulator.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads rows of the committed books. */
final class Query {
    private static final int TIMEOUT_SECONDS = 60;
    private final DataSource books;

    /** @param <T> what one row becomes */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @param <T> what was read */
    interface Snapshot<T> {
        T read(Connection connection) throws SQLException;
    }

    Query(DataSource books) {
        this.books = books;
    }

    <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = books.getConnection()) {
            return list(connection, sql, reader, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException("the books can't be read: " + e.getMessage(), e);
        }
    }

    /** Several reads of one and the same moment. */
    <T> T snapshot(Snapshot<T> reads) {
        try (Connection connection = books.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                return reads.read(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the books can't be read: " + e.getMessage(), e);
        }
    }

    static <T> List<T> list(Connection connection, String sql, RowReader<T> reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        }
    }
}
