package com.mypay.frameworktest.architecture.canary.bad.application;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Canary: a use case that writes SQL. */
class KnowsTheDataSource {
    Connection open(DataSource dataSource) throws SQLException {
        return dataSource.getConnection();
    }
}
