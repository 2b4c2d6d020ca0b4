package com.mypay.systemtests.amqp;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.Server;

/** The database in which the beans leave their traces; it lives in the tests, so it outlives a killed server. */
final class Database {

    private static final String USER = "sa";
    private final String baseDirectory;
    private final String url;
    private Server server;

    Database(Path directory) throws SQLException {
        baseDirectory = directory.resolve("db").toString();
        server = serve("0");
        url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./effects;LOCK_TIMEOUT=10000";
        try (Connection connection = DriverManager.getConnection(url, USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE SEEN (MESSAGE_ID VARCHAR(64) NOT NULL)");
            statement.execute("CREATE TABLE INBOX (MESSAGE_ID VARCHAR(64) PRIMARY KEY)");
            statement.execute("CREATE TABLE EFFECT (MESSAGE_ID VARCHAR(64) NOT NULL)");
            statement.execute("CREATE TABLE GO (MESSAGE_ID VARCHAR(64) NOT NULL)");
        }
    }

    private Server serve(String port) throws SQLException {
        return Server.createTcpServer("-tcpPort", port, "-ifNotExists", "-baseDir", baseDirectory)
                .start();
    }

    /** Every connection breaks, and new ones are refused until {@link #comeBack()}. */
    void goAway() {
        server.stop();
    }

    void comeBack() throws SQLException {
        server = serve(String.valueOf(server.getPort()));
    }

    String url() {
        return url;
    }

    long attempts(String messageId) {
        return count("SELECT COUNT(*) FROM SEEN WHERE MESSAGE_ID = ?", messageId);
    }

    long effects(String messageId) {
        return count("SELECT COUNT(*) FROM EFFECT WHERE MESSAGE_ID = ?", messageId);
    }

    /** Effects of all messages whose id starts so. */
    long effectsOfAll(String prefix) {
        return count("SELECT COUNT(*) FROM EFFECT WHERE MESSAGE_ID LIKE ?", prefix + "%");
    }

    long messagesWithAnEffect(String prefix) {
        return count("SELECT COUNT(DISTINCT MESSAGE_ID) FROM EFFECT WHERE MESSAGE_ID LIKE ?", prefix + "%");
    }

    void letGo(String messageId) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, USER, "");
                PreparedStatement statement = connection.prepareStatement("INSERT INTO GO VALUES (?)")) {
            statement.setString(1, messageId);
            statement.executeUpdate();
        }
    }

    private long count(String sql, String parameter) {
        try (Connection connection = DriverManager.getConnection(url, USER, "");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        server.stop();
    }
}
