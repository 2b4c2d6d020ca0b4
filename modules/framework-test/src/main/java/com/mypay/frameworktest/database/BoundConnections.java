package com.mypay.frameworktest.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Behaves as a server's data source does: inside a transaction everybody on the thread gets the transaction's one
 * connection and can neither commit nor close it; outside of it each gets a connection of their own.
 */
final class BoundConnections {
    private static final Set<String> LEFT_TO_THE_TRANSACTION = Set.of("close", "commit", "rollback", "setAutoCommit");

    private final DataSource physical;

    @SuppressWarnings("ThreadLocalUsage") // one per database, and a test has few of them
    private final ThreadLocal<@Nullable Connection> bound = new ThreadLocal<>();

    BoundConnections(DataSource physical) {
        this.physical = physical;
    }

    DataSource dataSource() {
        return StatementRecorder.proxy(DataSource.class, (method, arguments) -> {
            Connection connection = bound.get();
            boolean join = method.getName().equals("getConnection") && connection != null;
            return join ? lent(connection) : StatementRecorder.call(physical, method, arguments);
        });
    }

    boolean isBound() {
        return bound.get() != null;
    }

    void begin() throws SQLException {
        Connection connection = physical.getConnection();
        connection.setAutoCommit(false);
        bound.set(connection);
    }

    void end(boolean commit) throws SQLException {
        try (Connection connection = bound.get()) {
            if (connection == null) {
                throw new IllegalStateException("no transaction is running");
            }
            bound.remove();
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    private static Connection lent(@Nullable Connection connection) {
        if (connection == null) {
            throw new IllegalStateException("no transaction is running");
        }
        return StatementRecorder.proxy(
                Connection.class,
                (method, arguments) -> LEFT_TO_THE_TRANSACTION.contains(method.getName())
                        ? null
                        : StatementRecorder.call(connection, method, arguments));
    }
}
