package com.mypay.framework.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL with positional parameters, for the few places where JPA is the wrong tool: the framework's own tables,
 * bulk rows of the batch. Uses the connection of the running transaction. Instants are bound as UTC
 * {@code TIMESTAMP(6)}, days as {@code DATE}; {@code null} as SQL NULL.
 */
@ApplicationScoped
public class Jdbc {

    @Resource(lookup = "java:comp/env/jdbc/service")
    private DataSource dataSource;

    /** For the container, which injects the service's one data source. */
    @SuppressWarnings("NullAway.Init")
    protected Jdbc() {}

    public Jdbc(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads one row of a result into an object. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @return how many rows changed */
    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new JdbcException(sql, e);
        }
    }

    /** Executes one statement for many rows. @return how many rows changed in all */
    public int batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            int changed = 0;
            for (int count : statement.executeBatch()) {
                // Oracle may answer SUCCESS_NO_INFO (-2): one row, executed
                changed += count == PreparedStatement.SUCCESS_NO_INFO ? 1 : count;
            }
            return changed;
        } catch (SQLException e) {
            throw new JdbcException(sql, e);
        }
    }

    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(reader.read(rows));
                }
                return result;
            }
        } catch (SQLException e) {
            throw new JdbcException(sql, e);
        }
    }

    public <T> Optional<T> queryOne(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        List<T> rows = query(sql, reader, parameters);
        if (rows.size() > 1) {
            throw new IllegalStateException("more than one row for: " + sql);
        }
        return rows.stream().findFirst();
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    public static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toLocalDateTime().toLocalDate();
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Instant instant) {
                LocalDateTime utc = LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
                statement.setTimestamp(i + 1, Timestamp.valueOf(utc));
            } else if (value instanceof LocalDate day) {
                statement.setDate(i + 1, java.sql.Date.valueOf(day));
            } else if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (value instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else {
                statement.setString(i + 1, value == null ? null : value.toString());
            }
        }
    }
}
