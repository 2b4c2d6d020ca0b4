package com.mypay.frameworktest.architecture.canary.bad.domain;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Canary: java, but not all of it. */
class KnowsJdbc {
    String name(ResultSet row) throws SQLException {
        return row.getString(1);
    }
}
