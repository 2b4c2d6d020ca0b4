package com.mypay.systemtests.scenario;

import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Holds a service up at a certain row, until it is released or the service's patience with the database ends: another
 * transaction has written a row under the same key, or locked it, and neither commits nor rolls back.
 */
final class Obstacle implements AutoCloseable {

    private static final int LONGEST_ANSWER_SECONDS = 5;

    private final Connection connection;

    private Obstacle(RunningInstallation mypay, String service, String sql, Object... values) {
        try {
            connection = new Sql(mypay, service).connect();
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The freezing of the date. */
    static Obstacle atTheSlipsOf(RunningInstallation mypay, LocalDate date) {
        return new Obstacle(mypay, "settlement", "SELECT SLIP_ID FROM SLIP WHERE BUSINESS_DATE = ? FOR UPDATE", date);
    }

    /** The settle step: the lines of the partition that the slip is in. */
    static Obstacle atTheLineOf(RunningInstallation mypay, String slipId) {
        return new Obstacle(
                mypay,
                "settlement",
                "INSERT INTO SETTLEMENT_LINE (SLIP_ID, CYCLE_ID, FRANCHISE_ID, KIND, AMOUNT_WON, COMMISSION_WON, NET_WON,"
                        + " GUID) VALUES (?, 'obstacle', 1, 'PAYMENT', 1, 0, 1, ?)",
                slipId,
                "0".repeat(32));
    }

    /** The payout step: the payouts of the chunk that the franchise is in. Its settlement has to be there. */
    static Obstacle atThePayoutOf(RunningInstallation mypay, String cycleId, long franchiseId) {
        return new Obstacle(
                mypay,
                "settlement",
                "INSERT INTO PAYOUT (PAYOUT_ID, CYCLE_ID, FRANCHISE_ID, AMOUNT_WON, STATUS, REQUESTED_AT, GUID, VERSION)"
                        + " VALUES ('obstacle', ?, ?, 1, 'REQUESTED', SYSTIMESTAMP, ?, 1)",
                cycleId,
                franchiseId,
                "0".repeat(32));
    }

    /** Whatever money is to do with a member's balance. */
    static Obstacle atTheMoneyOf(RunningInstallation mypay, long memberId) {
        return new Obstacle(
                mypay, "money", "SELECT MEMBER_ID FROM MEMBER_MONEY WHERE MEMBER_ID = ? FOR UPDATE", memberId);
    }

    /** Whatever remittance is to do for a member that has sent before. */
    static Obstacle atTheSender(RunningInstallation mypay, long memberId) {
        return new Obstacle(
                mypay, "remittance", "SELECT MEMBER_ID FROM SENDER WHERE MEMBER_ID = ? FOR UPDATE", memberId);
    }

    /** Out of the way; may be called again. It is so by itself once the database was killed. */
    void release() {
        try {
            if (connection.isValid(LONGEST_ANSWER_SECONDS)) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        release();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
