package com.mypay.banksimulator.adapter.out.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * Keeps the database file small. Every commit leaves a piece behind of which the next commits soon replace most; with
 * WRITE_DELAY=0 nobody clears those pieces up while the database is open, and the file would grow by 10 KB per
 * transfer. (With a delay H2 does it in the background, but then acknowledges before it writes.)
 */
final class FileSpace {
    private static final int COMMITS_BETWEEN = 200;
    private static final int WANTED_FILL_PERCENT = 40;
    private static final int MOST_BYTES_AT_ONCE = 2 * 1024 * 1024;

    private final MVStore store;
    private long commits;

    private FileSpace(MVStore store) {
        this.store = store;
    }

    static FileSpace of(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            return new FileSpace(session.getDatabase().getStore().getMvStore());
        }
        throw new SQLException("the books are kept in a file of this process");
    }

    /** To be called after each commit by the thread that commits; does something every 200th time. */
    void clearUpNowAndThen() {
        commits++;
        if (commits % COMMITS_BETWEEN == 0) {
            store.compact(WANTED_FILL_PERCENT, MOST_BYTES_AT_ONCE);
        }
    }
}
