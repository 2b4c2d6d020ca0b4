package com.mypay.framework.persistence;

import java.sql.SQLException;

/** A failed statement, on its way to {@code Transactions}, which decides by the vendor code what it means. */
public class JdbcException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JdbcException(String doing, SQLException cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
