package com.mypay.platform.database;

import com.mypay.platform.process.Arguments;
import com.mypay.platform.process.ServerProcess;
import com.mypay.platform.process.StartRefused;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.tools.Server;

/**
 * The embedded database: H2 over TCP on 127.0.0.1, with one database named {@code mypay} for all accounts.
 *
 * <p>Clients connect with
 * {@code jdbc:h2:tcp://127.0.0.1:<port>/mypay;MODE=Oracle;NON_KEYWORDS=VALUE;SCHEMA=<SCHEMA>;LOCK_TIMEOUT=10000}. No
 * other database can be opened or created through this server, and nobody but the administrator
 * ({@link #ADMINISTRATOR}) can change the one there is.
 *
 * <p>An acknowledged commit survives kill -9 ({@code WRITE_DELAY=0}, stored in the database, and
 * {@link AnchoredFilePath}) and is forced to disk ({@link ForcedFilePath}).
 */
public final class DatabaseServer implements ServerProcess.Running {
    /** The account that owns everything; the schema runner uses it, no service does. */
    public static final String ADMINISTRATOR = "MYPAY_ADMIN";

    /** Where the administrator's password comes from. The first start sets it, later ones must know it. */
    public static final String ADMINISTRATOR_PASSWORD = "MYPAY_DATABASE_ADMIN_PASSWORD";

    /** The name of the one database. */
    public static final String DATABASE = "mypay";

    private static final String NAME = "database";

    /**
     * Decision 0041: a commit writes every page that it has touched, whole, and H2's 16 KB are made for reading. Read
     * anew at each start, pages that are there keep their size until they change.
     */
    private static final int PAGE_BYTES = 4096;

    /**
     * How long space in the file that holds nothing any more stays unused. H2's 45 seconds are for writes that may reach
     * the disk in another order; here each one is forced before the next.
     */
    private static final int RETENTION_MILLIS = 2_000;

    private final int port;
    private final FileChannel directoryLock;
    private final Connection administrator;
    private final FileSpace fileSpace;
    private final Server server;

    private DatabaseServer(
            int port, FileChannel directoryLock, Connection administrator, FileSpace fileSpace, Server server) {
        this.port = port;
        this.directoryLock = directoryLock;
        this.administrator = administrator;
        this.fileSpace = fileSpace;
        this.server = server;
    }

    /** {@code --dir <directory> --port <port>}; the password from {@value #ADMINISTRATOR_PASSWORD}. */
    public static void main(String[] args) throws Exception {
        ServerProcess.run(NAME, args, DatabaseServer::start);
    }

    static DatabaseServer start(String[] args, Map<String, String> environment) throws Exception {
        Arguments arguments = Arguments.parse(args, Set.of("dir", "port"));
        int port = arguments.port("port");
        String password = Arguments.secret(environment, ADMINISTRATOR_PASSWORD);
        Path directory = arguments.directory("dir");
        ServerProcess.requireFreePort(NAME, port);
        FileChannel directoryLock = ServerProcess.lockDirectory(NAME, directory);

        // Both are read when H2's classes load: the server must listen on loopback only.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        ForcedFilePath.register();
        AnchoredFilePath.register();
        String file = ForcedFilePath.SCHEME + ":" + AnchoredFilePath.SCHEME + ":" + directory.resolve(DATABASE);
        Connection administrator = open(file, directory, password);
        FileSpace fileSpace = FileSpace.keep(administrator);
        // The key maps the only name a client may use to the file; without -ifNotExists no client creates a database.
        Server server = Server.createTcpServer("-tcpPort", Integer.toString(port), "-key", DATABASE, file);
        try {
            server.start();
        } catch (SQLException e) {
            fileSpace.close();
            administrator.close();
            directoryLock.close();
            throw new StartRefused("port.inUse", port, NAME);
        }
        return new DatabaseServer(port, directoryLock, administrator, fileSpace, server);
    }

    /** Opens the database, or creates it; this connection keeps it open while no client is there. */
    private static Connection open(String file, Path directory, String password) throws SQLException, StartRefused {
        String url = "jdbc:h2:" + file
                + ";MODE=Oracle;NON_KEYWORDS=VALUE;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;PAGE_SIZE=" + PAGE_BYTES;
        Connection connection;
        try {
            connection = DriverManager.getConnection(url, ADMINISTRATOR, password);
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.WRONG_USER_OR_PASSWORD) {
                throw new StartRefused("database.password", directory);
            }
            throw new StartRefused("database.damaged", directory, oneLine(e));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
            statement.execute("SET RETENTION_TIME " + RETENTION_MILLIS);
        }
        return connection;
    }

    private static String oneLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("") + " (" + e.getErrorCode() + ")";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void stop() throws Exception {
        server.stop();
        fileSpace.close();
        try (Statement statement = administrator.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        directoryLock.close();
    }
}
