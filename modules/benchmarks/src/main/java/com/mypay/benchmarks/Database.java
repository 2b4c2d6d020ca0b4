package com.mypay.benchmarks;

import com.mypay.cli.home.Home;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The installation's embedded database as its administrator sees it: only the administrator may make the baseline's
 * tables and read the counters. The services themselves are measured through their own accounts, by REST.
 */
final class Database implements AutoCloseable {

    private static final String ADMINISTRATOR = "MYPAY_ADMIN";
    private static final String SLIPS_ISSUED = "SELECT COUNT(*) FROM PAYMENT.SLIP";
    private static final String SLIPS_TAKEN_IN = "SELECT COUNT(*) FROM SETTLEMENT.SLIP";
    private static final String LOG_LINES = "SELECT (SELECT SUM(LINES) FROM IMAGELOG.LOG_DAY)"
            + " + (SELECT SUM(LINES) FROM BUSINESSLOG.LOG_DAY) + (SELECT SUM(LINES) FROM ERRORLOG.LOG_DAY)";
    private static final String REMITTANCES_OPEN =
            "SELECT COUNT(*) FROM REMITTANCE.REMITTANCE WHERE ENDED_TIMESTAMP IS NULL";
    private static final String REMITTANCE_LAST = "SELECT COALESCE(MAX(REMITTANCE_ID), '0') FROM REMITTANCE.REMITTANCE";
    private static final String REMITTANCES_AFTER = "SELECT REQUESTED_TIMESTAMP, ENDED_TIMESTAMP, STATUS"
            + " FROM REMITTANCE.REMITTANCE WHERE REMITTANCE_ID > ?";
    private static final long NANOS_OF_A_MICRO = 1_000;
    private static final String COUNTER =
            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = ?";

    private final String url;
    private final String password;
    private final Connection connection;

    Database(Home home) {
        // The same settings as those of the server's data sources
        this.url = "jdbc:h2:tcp://127.0.0.1:" + home.settings().databasePort()
                + "/mypay;MODE=Oracle;NON_KEYWORDS=VALUE;LOCK_TIMEOUT=10000";
        this.password = home.secret("database.admin");
        this.connection = connect();
    }

    /** A connection of its own for each client of a baseline. */
    Connection connect() {
        try {
            return DriverManager.getConnection(url, ADMINISTRATOR, password);
        } catch (SQLException e) {
            throw new IllegalStateException("the database doesn't answer: " + e.getMessage(), e);
        }
    }

    /** How many times it has written a commit, or several at once, to its file. */
    long commitsWritten() {
        return counter("info.CURRENT_VERSION");
    }

    long bytesWritten() {
        return counter("info.FILE_WRITE_BYTES");
    }

    /** By payment, ever. */
    long slipsIssued() {
        return number(SLIPS_ISSUED);
    }

    /** By settlement, ever. */
    long slipsTakenIn() {
        return number(SLIPS_TAKEN_IN);
    }

    /** In the three logs, of all days. */
    long logLines() {
        return number(LOG_LINES);
    }

    /** Of all senders. */
    long openRemittances() {
        return number(REMITTANCES_OPEN);
    }

    /** The id of the newest, {@code "0"} if there is none. Ids ascend. */
    String lastRemittance() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(REMITTANCE_LAST)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(REMITTANCE_LAST, e);
        }
    }

    /** From acceptance to end each, and together from the first acceptance to the last end; all of them succeeded. */
    Sample remittancesAfter(String id) {
        long first = Long.MAX_VALUE;
        long last = 0;
        LongStream.Builder latencies = LongStream.builder();
        try (PreparedStatement query = connection.prepareStatement(REMITTANCES_AFTER)) {
            query.setString(1, id);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (!rows.getString(3).equals("SUCCEEDED")) {
                        throw new IllegalStateException("a remittance ended as " + rows.getString(3));
                    }
                    long begun = micros(rows.getTimestamp(1));
                    long ended = micros(rows.getTimestamp(2));
                    first = Math.min(first, begun);
                    last = Math.max(last, ended);
                    latencies.add((ended - begun) * NANOS_OF_A_MICRO);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(REMITTANCES_AFTER, e);
        }
        return Sample.of(
                (last - first) * NANOS_OF_A_MICRO, List.of(latencies.build().toArray()));
    }

    private static long micros(Timestamp time) {
        return Math.floorDiv(time.getTime(), 1_000) * 1_000_000 + time.getNanos() / NANOS_OF_A_MICRO;
    }

    /** So that their senders, who may have so many an hour, may have others. */
    void forgetConfirmations() {
        execute("DELETE FROM REMITTANCE.CONFIRMATION");
    }

    private long number(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long counter(String name) {
        try (PreparedStatement statement = connection.prepareStatement(COUNTER)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Long.parseLong(rows.getString(1)) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(name, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
