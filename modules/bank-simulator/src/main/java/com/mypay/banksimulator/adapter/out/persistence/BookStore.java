package com.mypay.banksimulator.adapter.out.persistence;

import com.mypay.banksimulator.application.CommittedBooks;
import com.mypay.platform.database.AnchoredFilePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The database file {@code bank.mv.db} in a directory, used by this process alone. Every commit is written before it is
 * acknowledged (WRITE_DELAY=0), so it survives the death of the process; not that of the machine, for which it would
 * have to be forced to the disk. Space is used again at once (RETENTION_TIME=0), see {@link FileSpace}, for which
 * {@link AnchoredFilePath} is needed.
 */
public final class BookStore implements AutoCloseable {
    private static final int READERS = 8;
    private static final int READER_WAIT_SECONDS = 10;

    private final JdbcConnectionPool readers;
    private final JdbcLedger ledger;

    private BookStore(JdbcConnectionPool readers, JdbcLedger ledger) {
        this.readers = readers;
        this.ledger = ledger;
    }

    /** Makes the directory and the tables if they are missing. */
    public static BookStore open(Path directory) throws IOException, SQLException {
        Path absolute = directory.toAbsolutePath().normalize();
        if (absolute.toString().contains(";")) {
            throw new IOException("a directory's name can't have a semicolon: " + absolute);
        }
        Files.createDirectories(absolute);
        AnchoredFilePath.register();
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:" + AnchoredFilePath.SCHEME + ":" + absolute.resolve("bank")
                        + ";WRITE_DELAY=0;RETENTION_TIME=0;CACHE_SIZE=24576;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0");
        database.setUser("bank");
        Connection writer = database.getConnection();
        try (Statement statement = writer.createStatement()) {
            statement.execute(schema());
        }
        JdbcConnectionPool readers = JdbcConnectionPool.create(database);
        readers.setMaxConnections(READERS);
        readers.setLoginTimeout(READER_WAIT_SECONDS);
        return new BookStore(readers, new JdbcLedger(writer));
    }

    public JdbcLedger ledger() {
        return ledger;
    }

    /** Reads what is committed. */
    public CommittedBooks committedBooks() {
        return new JdbcCommittedBooks(readers);
    }

    @Override
    public void close() throws SQLException {
        ledger.close();
        readers.dispose();
    }

    static String schema() throws IOException {
        try (InputStream script = Objects.requireNonNull(
                BookStore.class.getResourceAsStream("/com/mypay/banksimulator/schema.sql"), "schema.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
