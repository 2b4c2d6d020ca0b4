package com.mypay.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * Keeps the database file small. Every commit leaves pieces behind that the next ones soon replace; with
 * {@code WRITE_DELAY=0} H2 has no background thread that clears them up, and the file would grow by kilobytes with each
 * commit. So this one does what H2's own would do.
 */
final class FileSpace implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FileSpace.class.getName());
    private static final int PERIOD_MILLIS = 500;

    /** As much as H2's own thread wants while there is work. What is cleared up makes the next commit longer. */
    private static final int WANTED_FILL_PERCENT = 30;

    /** Of live data that is written anew, each time. */
    private static final int BYTES_AT_ONCE = 1024 * 1024;

    /** Where less than this is live, {@link #BYTES_OF_A_WASTEFUL_FILE} at once. */
    private static final int WASTEFUL_FILL_PERCENT = 15;

    private static final int BYTES_OF_A_WASTEFUL_FILE = 4 * 1024 * 1024;
    private static final int STOP_SECONDS = 10;

    private final MVStore store;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "database-file-space");
        thread.setDaemon(true);
        return thread;
    });
    private long seenVersion;

    private FileSpace(MVStore store) {
        this.store = store;
    }

    /** @param connection to a file of this process */
    static FileSpace keep(Connection connection) throws SQLException {
        if (!(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session)) {
            throw new SQLException("the database is not a file of this process");
        }
        FileSpace space = new FileSpace(session.getDatabase().getStore().getMvStore());
        ScheduledFuture<?> unused =
                space.timer.scheduleWithFixedDelay(space::clearUp, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        return space;
    }

    private void clearUp() {
        try {
            long version = store.getCurrentVersion();
            if (version != seenVersion && !store.isClosed()) {
                boolean wasteful = store.getFileStore().getChunksFillRate() < WASTEFUL_FILL_PERCENT;
                store.compact(WANTED_FILL_PERCENT, wasteful ? BYTES_OF_A_WASTEFUL_FILE : BYTES_AT_ONCE);
                seenVersion = store.getCurrentVersion();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the database file could not be cleared up", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("clearing up the database file goes on while the server stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
