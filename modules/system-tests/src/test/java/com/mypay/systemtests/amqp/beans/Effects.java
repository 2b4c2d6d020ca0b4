package com.mypay.systemtests.amqp.beans;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The rows by which the tests see what a bean did. */
final class Effects {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(50);
    private static final Duration POLL = Duration.ofMillis(20);

    private final DataSource inTransaction;
    private final DataSource outside;

    Effects(DataSource inTransaction, DataSource outside) {
        this.inTransaction = inTransaction;
        this.outside = outside;
    }

    /** @return how often the message has been here, this time included; counted whatever becomes of the transaction */
    long seen(String messageId) {
        update(outside, "INSERT INTO SEEN (MESSAGE_ID) VALUES (?)", messageId);
        return count(outside, "SELECT COUNT(*) FROM SEEN WHERE MESSAGE_ID = ?", messageId);
    }

    /** @return false if an earlier attempt was committed: this one has nothing to do */
    boolean firstTime(String messageId) {
        if (count(inTransaction, "SELECT COUNT(*) FROM INBOX WHERE MESSAGE_ID = ?", messageId) > 0) {
            return false;
        }
        update(inTransaction, "INSERT INTO INBOX (MESSAGE_ID) VALUES (?)", messageId);
        return true;
    }

    void happen(String messageId) {
        update(inTransaction, "INSERT INTO EFFECT (MESSAGE_ID) VALUES (?)", messageId);
    }

    /** Until the test lets the message go on; with a limit, so that no server hangs on a test that failed. */
    void waitForTheTest(String messageId) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (count(outside, "SELECT COUNT(*) FROM GO WHERE MESSAGE_ID = ?", messageId) == 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the test never let " + messageId + " go on");
            }
            try {
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void update(DataSource source, String sql, String messageId) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, messageId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(DataSource source, String sql, String messageId) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, messageId);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
