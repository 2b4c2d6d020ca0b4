package com.mypay.platform.database;

import com.mypay.platform.process.ServerJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A real database server for a test. */
public final class Database implements AutoCloseable {
    public static final String PASSWORD = "admin-secret";

    private final Path directory;
    private final int port;
    private ServerJvm server;

    private Database(Path directory, int port, ServerJvm server) {
        this.directory = directory;
        this.port = port;
        this.server = server;
    }

    public static Database start(Path directory) throws Exception {
        int port = ServerJvm.freePort();
        return new Database(directory, port, launch(directory, port));
    }

    private static ServerJvm launch(Path directory, int port) throws Exception {
        return ServerJvm.ready(
                DatabaseServer.class,
                directory,
                Map.of(DatabaseServer.ADMINISTRATOR_PASSWORD, PASSWORD),
                "--dir",
                directory.resolve("db").toString(),
                "--port",
                Integer.toString(port));
    }

    public void killAndRestart() throws Exception {
        server.kill();
        server = launch(directory, port);
    }

    int terminate() throws Exception {
        return server.terminate();
    }

    void restart() throws Exception {
        server = launch(directory, port);
    }

    String output() throws IOException {
        return server.output();
    }

    long pid() {
        return server.pid();
    }

    int port() {
        return port;
    }

    /** The URL without a schema. */
    public String url() {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/mypay;MODE=Oracle;NON_KEYWORDS=VALUE;LOCK_TIMEOUT=10000";
    }

    public Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(url(), user, password);
    }

    public Connection administrator() throws SQLException {
        return connect(DatabaseServer.ADMINISTRATOR, PASSWORD);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
