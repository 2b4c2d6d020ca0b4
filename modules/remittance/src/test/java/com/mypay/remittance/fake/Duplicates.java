package com.mypay.remittance.fake;

import com.mypay.framework.persistence.JdbcException;
import java.sql.SQLException;

/** What a database says to a second row of the same key. */
final class Duplicates {
    private static final int DUPLICATE_KEY = 23505;

    private Duplicates() {}

    static JdbcException of(Object key) {
        return new JdbcException("insert", new SQLException("key " + key + " is there", "23505", DUPLICATE_KEY));
    }
}
