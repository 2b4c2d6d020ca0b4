package com.mypay.benchmarks;

import com.mypay.cli.home.Home;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

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
