package com.mypay.systemtests.kit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** A service's schema at the database, seen by one account. */
public final class Sql {

    private final RunningInstallation mypay;
    private final String schema;
    private final String account;
    private final String secret;

    /** By the service's own application account: sees no more than the service does. */
    public Sql(RunningInstallation mypay, String service) {
        this(mypay, service, service.toUpperCase(Locale.ROOT) + "_APP", "database." + service);
    }

    private Sql(RunningInstallation mypay, String service, String account, String secret) {
        this.mypay = mypay;
        this.schema = service.toUpperCase(Locale.ROOT);
        this.account = account;
        this.secret = secret;
    }

    /** By the account that owns everything: may also do what no service does, such as to break a rule. */
    public static Sql ofAdministrator(RunningInstallation mypay, String service) {
        return new Sql(mypay, service, "MYPAY_ADMIN", "database.admin");
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:tcp://127.0.0.1:" + mypay.databasePort()
                        + "/mypay;MODE=Oracle;NON_KEYWORDS=VALUE;LOCK_TIMEOUT=10000;SCHEMA=" + schema,
                account,
                mypay.secret(secret));
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

    /** @return how many rows it was about */
    public int execute(String sql, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
