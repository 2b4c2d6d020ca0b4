package com.mypay.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mypay.platform.process.ServerJvm;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

class DatabaseServerIT {
    private static final int WRITERS = 4;
    private static final int BEFORE_THE_KILL = 1_500;

    @TempDir
    private Path directory;

    @Test
    void killLosesNoAcknowledgedCommit() throws Exception {
        writeAndKill("SET RETENTION_TIME 45000");
    }

    /** Otherwise space is used again only after 45 seconds; from then on H2 alone loses commits (decision 0031). */
    @RepeatedTest(3)
    void killLosesNoAcknowledgedCommitOnceSpaceInTheFileIsUsedAgain() throws Exception {
        writeAndKill("SET RETENTION_TIME 0");
    }

    private void writeAndKill(String setting) throws Exception {
        try (Database database = Database.start(directory)) {
            execute(database, setting);
            execute(database, "CREATE TABLE PAYMENT (WRITER NUMBER(9) NOT NULL, NUMBER_ NUMBER(9) NOT NULL)");
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            CountDownLatch enough = new CountDownLatch(BEFORE_THE_KILL);
            List<AtomicInteger> acknowledged = new ArrayList<>();
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                AtomicInteger last = new AtomicInteger(-1);
                acknowledged.add(last);
                running.add(writers.submit(() -> writeUntilTheServerIsGone(database, number, last, enough)));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();

            database.killAndRestart();

            for (Future<?> writer : running) {
                writer.get(60, TimeUnit.SECONDS);
            }
            writers.shutdown();
            for (int writer = 0; writer < WRITERS; writer++) {
                int last = acknowledged.get(writer).get();
                assertThat(last).as("writer %d wrote something", writer).isPositive();
                assertThat(count(
                                database,
                                "SELECT COUNT(DISTINCT NUMBER_) FROM PAYMENT WHERE WRITER = " + writer
                                        + " AND NUMBER_ <= " + last))
                        .as("commits of writer %d that were acknowledged", writer)
                        .isEqualTo(last + 1);
            }
        }
    }

    private static void writeUntilTheServerIsGone(
            Database database, int writer, AtomicInteger last, CountDownLatch enough) {
        try (Connection connection = database.administrator();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO PAYMENT (WRITER, NUMBER_) VALUES (?, ?)")) {
            connection.setAutoCommit(false);
            for (int number = 0; ; number++) {
                insert.setInt(1, writer);
                insert.setInt(2, number);
                insert.executeUpdate();
                connection.commit();
                last.set(number);
                enough.countDown();
            }
        } catch (SQLException e) {
            // The server was killed: what it acknowledged until then is in last.
            assertThat(enough.getCount()).as("%s", e).isZero();
        }
    }

    @Test
    void everyCommitIsForcedToDisk() throws Exception {
        ForcedFilePath.register();
        String url = "jdbc:h2:" + ForcedFilePath.SCHEME + ":" + directory.resolve("forced") + ";MODE=Oracle";
        try (Connection connection = DriverManager.getConnection(url, "ADMIN", "x");
                Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
            statement.execute("CREATE TABLE PAYMENT (ID NUMBER(9) PRIMARY KEY)");
            connection.setAutoCommit(false);
            for (int id = 0; id < 50; id++) {
                statement.executeUpdate("INSERT INTO PAYMENT (ID) VALUES (" + id + ")");
                long before = ForcedFilePath.forcedWrites();
                connection.commit();
                assertThat(ForcedFilePath.forcedWrites() - before)
                        .as("forced by commit %d", id)
                        .isPositive();
            }
        }
    }

    @Test
    void writeDelayIsZeroAlsoAfterARestart() throws Exception {
        try (Database database = Database.start(directory)) {
            database.killAndRestart();
            assertThat(text(
                            database,
                            "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void stopsCleanlyOnSigtermAndKeepsWhatItHas() throws Exception {
        try (Database database = Database.start(directory)) {
            execute(database, "CREATE TABLE KEPT (ID NUMBER(9))");
            assertThat(database.terminate()).isIn(0, 143);
            assertThat(database.output().lines()).containsExactly("READY database port=" + database.port());

            database.restart();

            assertThat(count(database, "SELECT COUNT(*) FROM KEPT")).isZero();
        }
    }

    @Test
    void noOtherDatabaseCanBeOpenedOrMade() throws Exception {
        try (Database database = Database.start(directory)) {
            for (String other : List.of(
                    "other",
                    "mem:other",
                    "../db/mypay",
                    directory.resolve("other").toString())) {
                String url = "jdbc:h2:tcp://127.0.0.1:" + database.port() + "/" + other;
                assertThatExceptionOfType(SQLException.class)
                        .as(other)
                        .isThrownBy(
                                () -> DriverManager.getConnection(url, DatabaseServer.ADMINISTRATOR, Database.PASSWORD)
                                        .close());
            }
        }
    }

    @Test
    void wrongPasswordIsRefused() throws Exception {
        try (Database database = Database.start(directory)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> database.connect(DatabaseServer.ADMINISTRATOR, "guess")
                            .close());
        }
    }

    @Test
    @DisabledIf("onlyLoopback")
    void listensOnLoopbackOnly() throws Exception {
        InetAddress outside = outsideAddress().orElseThrow();
        try (Database database = Database.start(directory);
                Socket socket = new Socket()) {
            assertThatExceptionOfType(java.io.IOException.class)
                    .isThrownBy(() -> socket.connect(new InetSocketAddress(outside, database.port()), 2_000));
        }
    }

    static boolean onlyLoopback() throws Exception {
        return outsideAddress().isEmpty();
    }

    private static Optional<InetAddress> outsideAddress() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
    }

    @Test
    void portInUseIsOneLineAndExitCodeTwo(@TempDir Path other) throws Exception {
        try (Database database = Database.start(directory);
                ServerJvm second = launch(other, other, database.port(), Database.PASSWORD)) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.output())
                    .isEqualTo(
                            "the port %d of database is in use: stop what listens there, or choose another port base%n",
                            database.port());
        }
    }

    @Test
    void directoryOfARunningServerIsRefused(@TempDir Path other) throws Exception {
        try (Database database = Database.start(directory);
                ServerJvm second = launch(other, directory.resolve("db"), ServerJvm.freePort(), Database.PASSWORD)) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.output().lines()).hasSize(1).first().asString().contains("in use by another database");
            assertThat(database.port()).isPositive();
        }
    }

    @Test
    void laterStartWithAnotherPasswordIsRefused(@TempDir Path other) throws Exception {
        try (Database database = Database.start(directory)) {
            database.terminate();
            try (ServerJvm second = launch(other, directory.resolve("db"), ServerJvm.freePort(), "guess")) {
                assertThat(second.exitCode()).isEqualTo(2);
                assertThat(second.output().lines())
                        .hasSize(1)
                        .first()
                        .asString()
                        .contains("refuses the administrator's password");
            }
        }
    }

    private static ServerJvm launch(Path logs, Path directory, int port, String password) throws Exception {
        return ServerJvm.launch(
                DatabaseServer.class,
                logs,
                Map.of(DatabaseServer.ADMINISTRATOR_PASSWORD, password),
                "--dir",
                directory.toString(),
                "--port",
                Integer.toString(port));
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Database database, String sql) throws SQLException {
        return Integer.parseInt(text(database, sql));
    }

    private static String text(Database database, String sql) throws SQLException {
        try (Connection connection = database.administrator();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return String.valueOf(result.getString(1));
        }
    }
}
