package com.mypay.amqpadapter;

import jakarta.resource.spi.RetryableException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is at the bottom of an exception: containers and the AMQP client wrap the line that matters several times. */
final class Causes {

    private static final int DEEPEST = 20;
    /** The class of SQL states that the standard has for it. */
    private static final String CONNECTION_EXCEPTION = "08";
    /**
     * The vendors' codes for a database that is down, starting, stopping, or whose connection broke: Open Liberty wraps
     * the driver's exception into one of another class and keeps nothing but the code.
     */
    private static final Set<Integer> AWAY = Set.of(
            // H2
            90067,
            90098,
            90121,
            // Oracle
            28,
            1012,
            1033,
            1034,
            1089,
            1090,
            1092,
            3113,
            3114,
            3135,
            12514,
            12528,
            12541,
            17002,
            17008,
            17410);

    private Causes() {}

    static Throwable root(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return chain.get(chain.size() - 1);
    }

    static String message(Throwable failure) {
        Throwable root = root(failure);
        String message = root.getMessage();
        return message == null ? root.toString() : message;
    }

    /** Whether the database could not be reached: that says nothing about the message which was to be handled. */
    static boolean databaseIsAway(Throwable failure) {
        return chain(failure).stream()
                .anyMatch(each -> each instanceof SQLException sql
                        && (sql instanceof SQLNonTransientConnectionException
                                || sql instanceof SQLTransientConnectionException
                                || sql instanceof SQLRecoverableException
                                || String.valueOf(sql.getSQLState()).startsWith(CONNECTION_EXCEPTION)
                                || AWAY.contains(sql.getErrorCode())));
    }

    /** Whether the bean itself says that the message only has to wait: its own way to be given it again, uncounted. */
    static boolean isToBeRetried(Throwable failure) {
        return chain(failure).stream().anyMatch(RetryableException.class::isInstance);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = failure; each != null && chain.size() < DEEPEST; each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }
}
