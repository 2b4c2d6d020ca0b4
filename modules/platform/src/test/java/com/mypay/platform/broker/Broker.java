package com.mypay.platform.broker;

import com.mypay.platform.process.ServerJvm;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A real broker for a test. Each account's password is its name and {@code -secret}. */
final class Broker implements AutoCloseable {
    /** Refusals are what is tested; held, so that the level isn't lost with the logger. */
    private static final Logger CLIENT_LOG = Logger.getLogger("org.apache.qpid");

    static {
        CLIENT_LOG.setLevel(Level.OFF);
    }

    private final Path directory;
    private final int port;
    private ServerJvm server;

    private Broker(Path directory, int port, ServerJvm server) {
        this.directory = directory;
        this.port = port;
        this.server = server;
    }

    static Broker start(Path directory) throws Exception {
        int port = ServerJvm.freePort();
        return new Broker(directory, port, launch(directory, port));
    }

    private static ServerJvm launch(Path directory, int port) throws Exception {
        return ServerJvm.ready(
                BrokerServer.class,
                directory,
                environment(),
                "--dir",
                directory.resolve("broker").toString(),
                "--port",
                Integer.toString(port));
    }

    static Map<String, String> environment() {
        return Map.of(
                BrokerServer.USERS,
                Topology.accounts().stream()
                        .map(account -> account + "=" + account + "-secret")
                        .collect(Collectors.joining(",")));
    }

    void killAndRestart() throws Exception {
        server.kill();
        server = launch(directory, port);
    }

    int terminate() throws Exception {
        return server.terminate();
    }

    String output() throws IOException {
        return server.output();
    }

    int port() {
        return port;
    }

    /** A started connection of an account. */
    Connection connect(String account) throws JMSException {
        return connect(account, account + "-secret");
    }

    Connection connect(String account, String password) throws JMSException {
        JmsConnectionFactory factory = new JmsConnectionFactory(
                account, password, "amqp://127.0.0.1:" + port + "?jms.prefetchPolicy.all=10&jms.requestTimeout=20000");
        Connection connection = factory.createConnection();
        try {
            connection.start();
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
