package com.mypay.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The baseline: what the same database server does without MyPay. One transaction inserts one row, updates it and
 * commits; the statements are prepared once, each client has its own connection. The row has the columns of a small
 * business row and a primary key of the form that MyPay's ids have.
 */
final class BareTransactions implements AutoCloseable {

    private static final String TABLE = "CREATE TABLE BENCHMARK.BARE (ID VARCHAR2(32) NOT NULL, MEMBER_ID NUMBER(18)"
            + " NOT NULL, AMOUNT_WON NUMBER(18) NOT NULL, STATUS VARCHAR2(10) NOT NULL, CREATED_TIMESTAMP"
            + " TIMESTAMP(6) NOT NULL, CONSTRAINT BARE_PK PRIMARY KEY (ID))";
    private static final String INSERT = "INSERT INTO BENCHMARK.BARE VALUES (?, ?, ?, 'REQUESTED', ?)";
    private static final String UPDATE = "UPDATE BENCHMARK.BARE SET STATUS = 'APPROVED' WHERE ID = ?";
    private static final String DROP = "DROP SCHEMA IF EXISTS BENCHMARK CASCADE";

    private final Database database;
    private final List<Connection> connections = new ArrayList<>();

    BareTransactions(Database database) {
        this.database = database;
        database.execute(DROP, "CREATE SCHEMA BENCHMARK", TABLE);
    }

    Sample run(int clients, Duration time) {
        connect(clients);
        return Load.forTime(clients, time, client -> transaction(connections.get(client)));
    }

    void warmUp(int clients, int each) {
        connect(clients);
        Load.forCount(clients, each, client -> transaction(connections.get(client)));
    }

    private void connect(int clients) {
        while (connections.size() < clients) {
            connections.add(database.connect());
        }
    }

    private static Runnable transaction(Connection connection) {
        try {
            connection.setAutoCommit(false);
            PreparedStatement insert = connection.prepareStatement(INSERT);
            PreparedStatement update = connection.prepareStatement(UPDATE);
            return () -> insertAndUpdate(connection, insert, update);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insertAndUpdate(Connection connection, PreparedStatement insert, PreparedStatement update) {
        String id = newId();
        try {
            bindRow(insert, id);
            insert.executeUpdate();
            update.setString(1, id);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("the row is not there");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows inserted by one client in batches, each batch a transaction: the baseline of a job. */
    Sample bulk(int rowsPerTransaction, Duration time) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            PreparedStatement insert = connection.prepareStatement(INSERT);
            return Load.forTime(1, time, client -> () -> insertMany(connection, insert, rowsPerTransaction));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insertMany(Connection connection, PreparedStatement insert, int rows) {
        try {
            for (int i = 0; i < rows; i++) {
                bindRow(insert, newId());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static void bindRow(PreparedStatement insert, String id) throws SQLException {
        insert.setString(1, id);
        insert.setLong(2, 1001);
        insert.setLong(3, 30_000);
        insert.setObject(4, LocalDateTime.of(2026, 3, 2, 9, 0));
    }

    @Override
    public void close() {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        database.execute(DROP);
    }
}
