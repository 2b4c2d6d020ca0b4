package com.mypay.banking.fake;

import com.mypay.framework.persistence.JdbcException;
import java.sql.SQLException;

/** What a database says to a second row of the same key. */
final class UniqueKey {

    private UniqueKey() {}

    static JdbcException violated(String what) {
        return new JdbcException(what, new SQLException("duplicate key", "23505", 23505));
    }
}
