package com.mypay.framework.transaction;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a database error means, by vendor code or JDBC's own exception and never by SQLSTATE: the same condition
 * has different SQLSTATEs on Oracle and H2.
 */
public final class SqlFailures {

    /** ORA-00001; H2 DUPLICATE_KEY_1. */
    private static final Set<Integer> UNIQUE_KEY = Set.of(1, 23505);

    /** ORA-00054, 00060, 08177, 30006; H2 DEADLOCK_1, LOCK_TIMEOUT_1, CONCURRENT_UPDATE_1, ROW_CHANGED. */
    private static final Set<Integer> LOST_RACE = Set.of(54, 60, 8177, 30006, 40001, 50200, 90131);

    /**
     * Oracle: no listener, refused, end of file, not connected, shutting down, not available, driver's I/O errors; H2:
     * connection broken, database closed, already closed, is closing.
     */
    private static final Set<Integer> GONE = Set.of(
            28, 1012, 1033, 1034, 1089, 3113, 3114, 3135, 12170, 12505, 12514, 12528, 12537, 12541, 12543, 17002, 17008,
            17410, 17800, 17820, 17868, 18714, 18726, 90067, 90098, 90007, 90121);

    private SqlFailures() {}

    public static boolean isUniqueKey(@Nullable Throwable failure) {
        return hasCode(failure, UNIQUE_KEY);
    }

    /** Another transaction was faster; the same work will succeed when it is repeated. */
    public static boolean isLostRace(@Nullable Throwable failure) {
        return failure instanceof LostRaceException
                || hasCode(failure, LOST_RACE)
                || isUniqueKey(failure)
                || isOptimisticLock(failure);
    }

    /** The database can't be reached, or the pool has no connection to it left to give. */
    public static boolean isGone(@Nullable Throwable failure) {
        return hasCode(failure, GONE) || isOfTheConnection(failure);
    }

    /** As JDBC itself says it, whoever the vendor: the server's pool has exceptions of its own. */
    private static boolean isOfTheConnection(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLRecoverableException) {
                return true;
            }
        }
        return false;
    }

    /** By name: this package stays free of JPA. */
    private static boolean isOptimisticLock(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause.getClass().getSimpleName().equals("OptimisticLockException")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCode(@Nullable Throwable failure, Set<Integer> codes) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && codes.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == failure ? null : cause;
    }
}
