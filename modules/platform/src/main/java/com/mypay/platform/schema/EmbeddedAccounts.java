package com.mypay.platform.schema;

import com.mypay.platform.process.Arguments;
import com.mypay.platform.process.StartRefused;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.h2.api.ErrorCode;

/**
 * The accounts and schemas of the embedded database, made as {@code accounts/*.sql} makes them on Oracle: one owner
 * account per schema, one application account per service. Holds a lock in the database as long as it is open, so that
 * of two runners one waits for the other.
 *
 * <p>Nobody logs in as an owner but the runner: it gives each owner a new password, known to this process alone.
 */
final class EmbeddedAccounts implements AutoCloseable {
    private static final int LOCK_TIMEOUT_MILLIS = 120_000;
    private static final int LOCK_ATTEMPTS = 20;
    private static final int PASSWORD_BYTES = 24;

    private final Connection administrator;
    private final Connection lock;
    private final SecureRandom random;

    private EmbeddedAccounts(Connection administrator, Connection lock, SecureRandom random) {
        this.administrator = administrator;
        this.lock = lock;
        this.random = random;
    }

    static EmbeddedAccounts open(String url, String administrator, String password, SecureRandom random)
            throws SQLException {
        Connection first = DriverManager.getConnection(url, administrator, password);
        // A connection of its own: DDL on it would commit, and so end the lock.
        Connection second = DriverManager.getConnection(url, administrator, password);
        EmbeddedAccounts accounts = new EmbeddedAccounts(first, second, random);
        accounts.lock();
        return accounts;
    }

    private void lock() throws SQLException {
        try (Statement statement = lock.createStatement()) {
            statement.execute("SET LOCK_TIMEOUT " + LOCK_TIMEOUT_MILLIS);
            for (int attempt = 1; ; attempt++) {
                try {
                    statement.execute(
                            "CREATE TABLE IF NOT EXISTS PUBLIC.SCHEMA_RUNNER_LOCK (ID NUMBER(1) PRIMARY KEY)");
                    statement.execute("MERGE INTO PUBLIC.SCHEMA_RUNNER_LOCK (ID) KEY (ID) VALUES (1)");
                    break;
                } catch (SQLException e) {
                    // Two first runs at once: the other one was quicker with the table or the row.
                    if (attempt == LOCK_ATTEMPTS || !wasMadeMeanwhile(e)) {
                        throw e;
                    }
                }
            }
            lock.setAutoCommit(false);
            statement.execute("SELECT ID FROM PUBLIC.SCHEMA_RUNNER_LOCK WHERE ID = 1 FOR UPDATE");
        }
    }

    private static boolean wasMadeMeanwhile(SQLException e) {
        int code = e.getErrorCode();
        return code == ErrorCode.TABLE_OR_VIEW_ALREADY_EXISTS_1
                || code == ErrorCode.DUPLICATE_KEY_1
                || code == ErrorCode.CONCURRENT_UPDATE_1;
    }

    /**
     * Makes what is missing, and sets the application accounts' passwords.
     *
     * @return each owner's password
     */
    Map<String, String> prepare(Map<String, String> environment) throws SQLException, StartRefused {
        Map<String, String> passwords = new HashMap<>();
        for (Schema schema : Schema.ALL) {
            byte[] secret = new byte[PASSWORD_BYTES];
            random.nextBytes(secret);
            String ownerPassword = HexFormat.of().formatHex(secret);
            passwords.put(schema.name(), ownerPassword);
            String account = schema.applicationAccount();
            account(schema.name(), ownerPassword);
            account(account, Arguments.secret(environment, Schema.passwordVariable(account)));
            execute("CREATE SCHEMA IF NOT EXISTS " + schema.name() + " AUTHORIZATION " + schema.name());
        }
        return passwords;
    }

    private void account(String name, String password) throws SQLException {
        String literal = "'" + password.replace("'", "''") + "'";
        execute("CREATE USER IF NOT EXISTS " + name + " PASSWORD " + literal);
        execute("ALTER USER " + name + " SET PASSWORD " + literal);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // H2 puts the statement into its message, and a statement here may hold a password.
            String words = sql.replaceAll("PASSWORD .*", "PASSWORD …");
            throw new SQLNonTransientException(words + ": " + e.getErrorCode(), e.getSQLState(), e.getErrorCode());
        }
    }

    @Override
    public void close() throws SQLException {
        lock.rollback();
        lock.close();
        administrator.close();
    }
}
