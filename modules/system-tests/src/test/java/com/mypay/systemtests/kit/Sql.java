package com.mypay.systemtests.kit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** A service's application account at the database: sees no more than the service does. */
public final class Sql {

    private final RunningInstallation mypay;
    private final String service;

    public Sql(RunningInstallation mypay, String service) {
        this.mypay = mypay;
        this.service = service;
    }

    public Connection connect() throws SQLException {
        String schema = service.toUpperCase(Locale.ROOT);
        return DriverManager.getConnection(
                "jdbc:h2:tcp://127.0.0.1:" + mypay.databasePort()
                        + "/mypay;MODE=Oracle;NON_KEYWORDS=VALUE;LOCK_TIMEOUT=10000;SCHEMA=" + schema,
                schema + "_APP",
                mypay.secret("database." + service));
    }

    public long count(String table) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
